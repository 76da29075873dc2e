package io.throughline.channels.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the owners of the schemes publish as examples, and nothing that we made ourselves. */
class PublishedVectorsTest {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String AT = "https://mycompany.com/myapp.php";
    private static final Map<String, String> CALL =
            Map.of(
                    "Digits", "1234",
                    "CallSid", "CA1234567890ABCDE",
                    "To", "+18005551212",
                    "Caller", "+14158675309",
                    "From", "+14158675309");

    /** RFC 4231, test case 2; RFC 2202, test case 2 of SHA-1. */
    @ParameterizedTest
    @CsvSource({
        "hmac-sha256, 5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
        "hmac-sha1,   effcdf6ae5eb2fa2d27416d5f184df9c259a7c79",
        "hmac-sha512, 164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea2505549758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737"
    })
    void hmac(String type, String digest) {
        String verify =
                "{type: %s, header: S, encoding: hex, secret: \"${secret.a}\"}".formatted(type);

        assertThat(accepts(verify, "Jefe", "what do ya want for nothing?", Map.of("S", digest)))
                .isTrue();
        String base64 =
                java.util.Base64.getEncoder().encodeToString(HexFormat.of().parseHex(digest));
        assertThat(
                        accepts(
                                verify.replace("hex", "base64"),
                                "Jefe",
                                "what do ya want for nothing?",
                                Map.of("S", base64)))
                .isTrue();
    }

    /** https://api.slack.com/authentication/verifying-requests-from-slack, the worked example. */
    @Test
    void slack() {
        String body =
                "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow"
                        + "&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA"
                        + "&user_name=roadrunner&command=%2Fwebhook-collect&text="
                        + "&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J"
                        + "%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
                        + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";

        assertThat(
                        accepts(
                                Schemes.SLACK,
                                "8f742231b10e8888abcd99yyyzzz85a5",
                                body,
                                Map.of(
                                        "X-Slack-Request-Timestamp",
                                        "1531420618",
                                        "X-Slack-Signature",
                                        "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503"),
                                Instant.ofEpochSecond(1531420618)))
                .isTrue();
    }

    /** standard-webhooks/standard-webhooks, libraries/javascript/src/webhook.test.ts. */
    @ParameterizedTest
    @CsvSource({
        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw, 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=', true",
        "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw, 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=', true",
        "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw, 'v1,Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc= v2,Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc= v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=', true",
        "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw, 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OA=', false",
        "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw, 'v2,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=', false",
    })
    void standardWebhooks(String secret, String signature, boolean good) {
        assertThat(
                        accepts(
                                Schemes.STANDARD,
                                secret,
                                "{\"test\": 2432232314}",
                                Map.of(
                                        "webhook-id",
                                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                                        "webhook-timestamp",
                                        "1614265330",
                                        "webhook-signature",
                                        signature),
                                Instant.ofEpochSecond(1614265330)))
                .isEqualTo(good);
    }

    /**
     * https://developer.zendesk.com/documentation/event-connectors/webhooks/verifying/, which signs
     * the body before the time; today's webhooks sign the time first and publish no example.
     */
    @Test
    void zendeskEventConnectors() {
        String verify = "{type: zendesk, over: \"${body}${timestamp}\", secret: \"${secret.a}\"}";

        assertThat(
                        accepts(
                                verify,
                                "HRkRd4BeOAoUkfZr-mhauJT64rvBASlJRoIyPsd3zeA=",
                                "{\"say\": \"hello\"}",
                                Map.of(
                                        "X-Zendesk-Webhook-Signature-Timestamp",
                                        "2021-07-25T10:00:00Z",
                                        "X-Zendesk-Webhook-Signature",
                                        "tRDSF7URY8BLCDlaBcQ7FHu051Zk+aAB0NKMP53teMw="),
                                Instant.parse("2021-07-25T10:04:59Z")))
                .isTrue();
    }

    /**
     * twilio/twilio-java, src/test/java/com/twilio/security/RequestValidatorTest.java, and
     * twilio/twilio-python, tests/unit/test_request_validator.py.
     */
    @ParameterizedTest
    @CsvSource({
        "https://mycompany.com/myapp.php?foo=1&bar=2, RSOYDt4T1cUTdK1PDd93/VVr8B8=, true",
        "https://mycompany.com:1234/myapp.php?foo=1&bar=2, RSOYDt4T1cUTdK1PDd93/VVr8B8=, true",
        "http://mycompany.com:1234/myapp.php?foo=1&bar=2, Zmvh+3yNM1Phv2jhDCwEM3q5ebU=, true",
        "https://mycompany.com/myapp.php?foo=1&bar=2, kvajT1Ptam85bY51eRf/AJRuM3w=, true",
        "http://mycompany.com/myapp.php?foo=1&bar=2, 0ZXoZLH/DfblKGATFgpif+LLRf4=, true",
        "https://mycompany.com/myapp.php, 1xaxFBvyzXYvWplzNOSs28HWO94=, true",
        "https://mycompany.com/myapp.php?foo=hello%20world&bar=test%2Bvalue, er2tvAP1Wx+iuTTE2BPgvEaN1cs=, true",
        "https://mycompany.com:443//myapp.php?foo=1&bar=2, A9lH3u16NjyiiM/+wylw5rirFUs=, true",
        "https://mycompany.com/myapp.php?foo=1&bar=2, NOTRSOYDt4T1cUTdK1PDd93/VVr8B8=, false",
        "https://mycompany.com/myapp.php?foo=1&bar=2, '', false",
    })
    void twilioForms(String url, String signature, boolean good) {
        assertThat(twilio(url, FORM, form(CALL), signature)).isEqualTo(good);
    }

    /** The same two files. */
    @Test
    void twilioFieldsOfEveryKind() {
        String url = AT + "?foo=1&bar=2";

        assertThat(
                        twilio(
                                url,
                                FORM,
                                form(
                                        Map.of(
                                                "Message", "Hello & goodbye! @#$%^*()",
                                                "From", "+1 (415) 867-5309",
                                                "Special", "unicode: ñáéíóú")),
                                "dCPiR4WtQ6QFN6pJh81CtlCcWLQ="))
                .isTrue();
        assertThat(
                        twilio(
                                url,
                                FORM,
                                "Digits=&CallSid=CA1234567890ABCDE&EmptyParam=",
                                "9HHp/OqQMEwdrVebHDdA/+tqjX8="))
                .isTrue();
        assertThat(
                        twilio(
                                url,
                                FORM,
                                "Zebra=last&Alpha=first&Beta=second&Gamma=third",
                                "enveUe73ZTVLAekHxez3Qx6JuuQ="))
                .isTrue();
        assertThat(
                        twilio(
                                url,
                                FORM,
                                "callSid=lowercase&CallSid=uppercase&CALLSID=allcaps",
                                "jDK7WKT8wiNrwggd4ceTv4e1MJ4="))
                .isTrue();
        assertThat(
                        twilio(
                                url,
                                FORM,
                                "Sid=CA123&SidAccount=AC123&Digits=5678&Digits=1234&Digits=1234",
                                "IK+Dwps556ElfBT0I3Rgjkr1wJU="))
                .isTrue();
        assertThat(twilio(url, FORM, "", "zYQTYrRWXE7LtzbG4PfP7/bkkGo=")).isTrue();
    }

    /** The same two files; a body that is no form is proved by a hash in the signed query. */
    @Test
    void twilioJson() {
        String body = "{\"property\": \"value\", \"boolean\": true}";
        String hash = "0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620";
        String json = "application/json";
        String both = AT + "?foo=1&bar=2&bodySHA256=" + hash;

        assertThat(twilio(both, json, body, "a9nBmqA0ju/hNViExpshrM61xv4=")).isTrue();
        assertThat(twilio(AT + "?bodySHA256=" + hash, json, body, "y77kIzt2vzLz71DgmJGsen2scGs="))
                .isTrue();
        assertThat(twilio(both, json, body + " ", "a9nBmqA0ju/hNViExpshrM61xv4=")).isFalse();
        assertThat(twilio(AT + "?foo=1&bar=2", json, body, "RSOYDt4T1cUTdK1PDd93/VVr8B8="))
                .isFalse();
        assertThat(twilio(AT + "?foo=1&bar=2", json, body, "zYQTYrRWXE7LtzbG4PfP7/bkkGo="))
                .as("the address alone was signed, and no hash of the body in it")
                .isFalse();
        assertThat(twilio(both, FORM, "", "a9nBmqA0ju/hNViExpshrM61xv4="))
                .as("said to be an empty form, to get past the hash")
                .isFalse();
    }

    /** RFC 7617, section 2. */
    @Test
    void basic() {
        String verify = "{type: basic, user: Aladdin, secret: \"${secret.a}\"}";

        assertThat(
                        accepts(
                                verify,
                                "open sesame",
                                "",
                                Map.of("Authorization", "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==")))
                .isTrue();
    }

    private static boolean twilio(String url, String type, String body, String signature) {
        int query = url.indexOf('?');
        String bare = query < 0 ? url : url.substring(0, query);
        PushRequest inside =
                PushRequest.of(
                        "http://10.0.0.7:8081/channels/x" + (query < 0 ? "" : url.substring(query)),
                        Map.of("Content-Type", type, "X-Twilio-Signature", signature),
                        body.getBytes(UTF_8));
        return Schemes.of(Schemes.TWILIO, Map.of("secret.a", "12345", "config.url", bare))
                .verify(inside, Instant.EPOCH)
                .isPresent();
    }

    private static String form(Map<String, String> fields) {
        return new TreeMap<>(fields)
                .descendingMap().entrySet().stream()
                        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), UTF_8))
                        .collect(Collectors.joining("&"));
    }

    private static boolean accepts(
            String verify, String secret, String body, Map<String, String> headers) {
        return accepts(verify, secret, body, headers, Instant.EPOCH);
    }

    private static boolean accepts(
            String verify, String secret, String body, Map<String, String> headers, Instant now) {
        PushRequest request = PushRequest.of("http://h/channels/x", headers, body.getBytes(UTF_8));
        return Schemes.of(verify, secret).verify(request, now).isPresent();
    }
}
