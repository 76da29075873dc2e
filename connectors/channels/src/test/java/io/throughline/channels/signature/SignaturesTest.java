package io.throughline.channels.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SignaturesTest {

    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");
    private static final byte[] BODY = "{\"id\": \"r-1\"}".getBytes(UTF_8);
    private static final PushRequest POST =
            PushRequest.of("http://localhost/channels/x", Map.of(), BODY);

    /** By OpenSSL: printf BODY | openssl dgst -sha256 -hmac abc123 -binary | base64. */
    @Test
    void signsAsAnIndependentToolDoes() {
        assertThat(Schemes.of(Schemes.TYPEFORM, "abc123").sign(POST, NOW))
                .containsExactly(
                        Map.entry(
                                "Typeform-Signature",
                                "sha256=XWppoUOJf0C/aatufReo5WsHVSFyRyz7Infe7Io7EOU="));
        assertThat(Schemes.of(Schemes.ZENDESK, "abc123").sign(POST, NOW))
                .containsEntry(
                        "X-Zendesk-Webhook-Signature",
                        "rdyH4KDJSitXXgg/qNdw2tJw+l+SHJIMMwqp3Y+2C64=")
                .containsEntry("X-Zendesk-Webhook-Signature-Timestamp", "2026-03-04T05:06:07Z");
        assertThat(Schemes.of(Schemes.ENTRIES, "abc123").sign(POST, NOW))
                .containsEntry(
                        "Stripe-Signature",
                        "t=1772600767,v1=1c9a4a78a29a6f17060dc0f7c60e9ecbac38a1af0f0c09d3cff058a84ff92225");
    }

    @Test
    void takesATimeOfFiveMinutesEitherWayAndNoSecondMore() {
        for (String verify : List.of(Schemes.SLACK, Schemes.ZENDESK, Schemes.ENTRIES)) {
            Signatures signatures = Schemes.of(verify, "abc123");
            for (int seconds : new int[] {-300, 300}) {
                PushRequest request = signed(signatures, NOW.plusSeconds(seconds));
                assertThat(signatures.verify(request, NOW)).isPresent();
                assertThat(signatures.verify(request, NOW.minusSeconds(Integer.signum(seconds))))
                        .isEmpty();
            }
        }
    }

    @Test
    void acceptsEitherOfTwoLiveKeysAndNoOther() {
        String two =
                Schemes.TYPEFORM.replace("\"${secret.a}\"", "[\"${secret.a}\", \"${secret.b}\"]");
        Signatures both = Schemes.of(two, Map.of("secret.a", "old", "secret.b", "new"));

        for (String key : List.of("old", "new")) {
            assertThat(both.verify(signed(Schemes.of(Schemes.TYPEFORM, key), NOW), NOW))
                    .isPresent();
        }
        assertThat(both.verify(signed(Schemes.of(Schemes.TYPEFORM, "other"), NOW), NOW)).isEmpty();
    }

    @Test
    void knowsARequestThatIsSentASecondTime() {
        Signatures signatures = Schemes.of(Schemes.SLACK, "abc123");
        Proof first = signatures.verify(signed(signatures, NOW), NOW).orElseThrow();
        Proof again = signatures.verify(signed(signatures, NOW), NOW.plusSeconds(9)).orElseThrow();
        Proof later = signatures.verify(signed(signatures, NOW.plusSeconds(1)), NOW).orElseThrow();

        assertThat(again).isEqualTo(first);
        assertThat(first.validUntil()).contains(NOW.plusSeconds(300));
        assertThat(later.fingerprint()).isNotEqualTo(first.fingerprint());
    }

    @Test
    void anIdMayNotHoldWhatPartsItFromTheTime() {
        String secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
        Signatures signatures = Schemes.of(Schemes.STANDARD, secret);
        PushRequest dotted =
                PushRequest.of("http://localhost/channels/x", Map.of("webhook-id", "a.b"), BODY);

        assertThatThrownBy(() -> signatures.sign(dotted, NOW))
                .hasMessageContaining("lacks something that is signed");
    }

    @Test
    void saysWhichSecretIsWrongAndNotWhatItIs() {
        assertThatThrownBy(() -> Schemes.of(Schemes.STANDARD, "whsec_not base64 at all!"))
                .hasMessageContaining("${secret.a}")
                .hasMessageContaining("BASE64")
                .message()
                .doesNotContain("not base64");
        assertThatThrownBy(() -> Schemes.of(Schemes.STANDARD, "whsec_"))
                .hasMessageContaining("${secret.a} is empty");
        assertThatThrownBy(() -> Schemes.of(Schemes.TYPEFORM, new HashMap<>()))
                .hasMessageContaining("${secret.a} has no value");
    }

    @Test
    void aFormOfMoreFieldsThanAnybodySendsIsRefused() {
        Signatures twilio =
                Schemes.of(
                        Schemes.TWILIO, Map.of("secret.a", "12345", "config.url", "https://h/x"));
        PushRequest form =
                PushRequest.of(
                        "https://h/x",
                        Map.of("content-type", "application/x-www-form-urlencoded"),
                        "a=1&".repeat(1000).concat("a=1").getBytes(UTF_8));

        assertThatThrownBy(() -> twilio.sign(form, NOW))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void showsNoKey() {
        assertThat(Schemes.of(Schemes.TYPEFORM, "abc123").toString()).doesNotContain("abc123");
    }

    private static PushRequest signed(Signatures signatures, Instant time) {
        Map<String, List<String>> headers = new TreeMap<>();
        signatures.sign(POST, time).forEach((name, value) -> headers.put(name, List.of(value)));
        return new PushRequest(POST.url(), headers, POST.body());
    }
}
