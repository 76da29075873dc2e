package io.throughline.local.demo.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WebhookTest {

    private static final byte[] SECRET = "abc123".getBytes(StandardCharsets.UTF_8);

    /**
     * Computed with {@code printf '{"a":1}' | openssl dgst -sha256 -hmac abc123 -binary | base64}.
     */
    @Test
    void providersSignatureIsTheDocumentedOne() {
        assertThat(webhook(Webhook.Sender.PROVIDER).signature(SECRET))
                .isEqualTo("sha256=JFVPYoU2PdF5GisYQLu7TkYIwKbtHUhVHqgxhPTibkI=");
    }

    @Test
    void impostorsSignatureIsAnother() {
        assertThat(webhook(Webhook.Sender.IMPOSTOR).signature(SECRET))
                .startsWith("sha256=")
                .isNotEqualTo(webhook(Webhook.Sender.PROVIDER).signature(SECRET));
    }

    private static Webhook webhook(Webhook.Sender sender) {
        byte[] body = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);
        return new Webhook(Instant.EPOCH, body, sender);
    }
}
