package io.throughline.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BodyLimitTest {

    private static final int LIMIT = 64 * 1024;

    private final FakePublisher publisher = FakePublisher.acknowledging();
    private Gateway gateway;
    private Sender sender;

    @BeforeAll
    void start() {
        gateway =
                Gateway.start(
                        GatewaySettings.DEFAULT.limits(LIMIT, 4),
                        Samples.all(),
                        publisher,
                        Clock.systemUTC());
        sender = new Sender(gateway);
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @BeforeEach
    void forget() {
        publisher.published.clear();
    }

    @Test
    void takesABodyOfExactlyTheLimit() {
        assertThat(status(new byte[LIMIT], new byte[LIMIT])).isEqualTo(202);
    }

    @Test
    void refusesOneByteMore() {
        assertThat(status(new byte[LIMIT + 1], new byte[LIMIT + 1])).isEqualTo(413);
        assertThat(publisher.published).isEmpty();
    }

    @Test
    void inflatesWhatIsCompressed() {
        byte[] body = "{\"a\":1}".repeat(1000).getBytes(UTF_8);

        assertThat(status(Sender.gzip(body), body, "Content-Encoding", "gzip")).isEqualTo(202);
        assertThat(publisher.published.get(0).payload()).isEqualTo(body);
    }

    @Test
    void takesASignatureOverTheCompressedBytesToo() {
        byte[] wire = Sender.gzip("{\"a\":1}".getBytes(UTF_8));

        assertThat(status(wire, wire, "Content-Encoding", "gzip")).isEqualTo(202);
        assertThat(publisher.published.get(0).payload()).isEqualTo("{\"a\":1}".getBytes(UTF_8));
    }

    @Test
    void refusesABombWithoutInflatingIt() {
        byte[] bomb = Sender.gzip(new byte[32 * 1024 * 1024]);
        assertThat(bomb).hasSizeLessThan(LIMIT);

        assertThat(status(bomb, bomb, "Content-Encoding", "gzip")).isEqualTo(413);
        assertThat(publisher.published).isEmpty();
    }

    @Test
    void refusesEncodingsItDoesNotKnowAndStreamsThatAreBroken() {
        byte[] body = "{}".getBytes(UTF_8);

        assertThat(status(body, body, "Content-Encoding", "br")).isEqualTo(415);
        assertThat(status(body, body, "Content-Encoding", "gzip")).isEqualTo(400);
        assertThat(publisher.published).isEmpty();
    }

    @Test
    void dropsASenderThatTrickles() throws IOException {
        String head =
                "POST /channels/typeform HTTP/1.1\r\nHost: x\r\nContent-Length: 60000\r\n\r\n";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), gateway.port())) {
            socket.getOutputStream().write(head.getBytes(UTF_8));

            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .pollInterval(Duration.ofMillis(100))
                    .until(
                            () -> {
                                socket.getOutputStream().write('x');
                                return socket.getInputStream().available() > 0;
                            });

            assertThat(new String(socket.getInputStream().readNBytes(12), UTF_8))
                    .startsWith("HTTP/1.1 4");
        }
        assertThat(publisher.published).isEmpty();
    }

    @Test
    void idleConnectionsMakeRoomForOthersAndThoseThatWaitForKafkaStay() throws Exception {
        CompletableFuture<Void> acknowledged = new CompletableFuture<>();
        FakePublisher slow = FakePublisher.answering(acknowledged);
        try (Gateway small =
                        Gateway.start(
                                // What is seen here is who is closed, not how soon.
                                GatewaySettings.DEFAULT
                                        .connections(3)
                                        .timeouts(Duration.ofMinutes(2), Duration.ofSeconds(10)),
                                Samples.all(),
                                slow,
                                Clock.systemUTC());
                Socket idle = new Socket(InetAddress.getLoopbackAddress(), small.port());
                Socket another = new Socket(InetAddress.getLoopbackAddress(), small.port())) {
            var first = new Sender(small).postAsync(Samples.OPEN_PATH, "{}".getBytes(UTF_8));
            Awaitility.await().until(() -> slow.published.size() == 1);

            assertThat(new Sender(small).get("/health").statusCode()).isEqualTo(200);
            assertThat(idle.getInputStream().read()).as("closed by the gateway").isEqualTo(-1);
            assertThat(another.getInputStream().read()).isEqualTo(-1);
            acknowledged.complete(null);
            assertThat(first.join().statusCode()).isEqualTo(202);
        }
    }

    private int status(byte[] wire, byte[] signed, String... headers) {
        String[] all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 0, headers.length);
        all[headers.length] = Samples.HEADER;
        all[headers.length + 1] = Samples.sign(signed);
        return sender.post(Samples.PATH, wire, all).statusCode();
    }
}
