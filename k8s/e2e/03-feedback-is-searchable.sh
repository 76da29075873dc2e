#!/usr/bin/env bash
# Tests: a signed Typeform answer that is posted to the gateway is a document in Elasticsearch within two minutes, an
# unsigned one is refused with 401.
# Needs: 02; kubectl, curl, jq, openssl.
# shellcheck source=common.sh
. "$(dirname "$0")/common.sh"
need kubectl curl jq openssl

k port-forward service/throughline-gateway 18081:80 >/dev/null 2>&1 &
forward=$!
trap 'kill "$forward" 2>/dev/null || true' EXIT
eventually 30 "the gateway answers" curl --silent --fail http://127.0.0.1:18081/health

body=$(jq -n --arg id "e2e-$(date +%s)-$RANDOM" --arg at "$(date -u +%Y-%m-%dT%H:%M:%SZ)" '
  {event_id: $id, event_type: "form_response", form_response: {form_id: "e2e", token: $id, submitted_at: $at,
   definition: {id: "e2e", fields: [{id: "t", type: "long_text", title: "What happened?"}]},
   answers: [{type: "text", text: "My claim took three weeks and nobody rang", field: {id: "t", type: "long_text"}}]}}')
secret=$(k get secret throughline-channels -o jsonpath='{.data.TYPEFORM_SECRET}' | base64 -d)
signature=sha256=$(printf '%s' "$body" | openssl dgst -sha256 -hmac "$secret" -binary | base64)

post() {
  curl --silent --output /dev/null --write-out '%{http_code}' --data-binary "$body" \
    --header 'Content-Type: application/json' "$@" http://127.0.0.1:18081/channels/typeform
}

before=$(count)
[ "$(post)" = 401 ] || fail "an unsigned answer is not refused"
[ "$(post --header "Typeform-Signature: $signature")" = 202 ] || fail "a signed answer is not taken"
more() { [ "$(count)" -gt "$before" ]; }
eventually 120 "the answer is searchable" more
passed "posted, tagged, searchable"
