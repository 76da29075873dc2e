package io.throughline.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.Base64;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignatureTest {

    private static final byte[] BODY = "{\"form_response\": {\"token\": \"t1\"}}".getBytes(UTF_8);

    private final FakePublisher publisher = FakePublisher.acknowledging();
    private Gateway gateway;
    private Sender sender;

    @BeforeAll
    void start() {
        gateway =
                Gateway.start(GatewaySettings.DEFAULT, Samples.all(), publisher, Clock.systemUTC());
        sender = new Sender(gateway);
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @Test
    void refusesWithoutSignatureAndSaysNothing() {
        HttpResponse<String> answer = sender.post(Samples.PATH, BODY);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).isIn("", "Unauthorized");
        assertThat(publisher.published).isEmpty();
    }

    @Test
    void refusesEverySignatureWithOneBitFlipped() {
        byte[] digest =
                Base64.getDecoder().decode(Samples.sign(BODY).substring("sha256=".length()));
        IntStream.range(0, digest.length * 8)
                .forEach(
                        bit -> {
                            byte[] forged = digest.clone();
                            forged[bit / 8] ^= (byte) (1 << (bit % 8));
                            String header = "sha256=" + Base64.getEncoder().encodeToString(forged);
                            assertThat(
                                            sender.post(Samples.PATH, BODY, Samples.HEADER, header)
                                                    .statusCode())
                                    .isEqualTo(401);
                        });
        assertThat(publisher.published).isEmpty();
    }

    @Test
    void refusesABodyThatWasWrittenAnew() {
        byte[] rewritten = "{\"form_response\":{\"token\":\"t1\"}}".getBytes(UTF_8);

        assertThat(
                        sender.post(Samples.PATH, rewritten, Samples.HEADER, Samples.sign(BODY))
                                .statusCode())
                .isEqualTo(401);
        assertThat(publisher.published).isEmpty();
    }

    @Test
    void refusesSignaturesThatAreNone() {
        for (String header : new String[] {"sha256=", "sha256=%%%", "sha1=abcd", "x"}) {
            assertThat(sender.post(Samples.PATH, BODY, Samples.HEADER, header).statusCode())
                    .isEqualTo(401);
        }
        assertThat(publisher.published).isEmpty();
    }
}
