package io.throughline.notify.send;

import static io.throughline.notify.send.FakeReceiver.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.notify.address.AddressRules;
import io.throughline.notify.address.Resolver;
import io.throughline.notify.send.Outcome.Result;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpSenderTest {

    private static final Instant NOW = Instant.parse("2026-03-04T10:00:00Z");

    private final FakeReceiver receiver = FakeReceiver.start();
    private final HttpSender sender =
            HttpSender.start(
                    "test",
                    AddressRules.PRIVATE,
                    Resolver.SYSTEM,
                    Duration.ofSeconds(2),
                    Clock.fixed(NOW, ZoneOffset.UTC));

    @AfterEach
    void close() {
        sender.close();
        receiver.close();
    }

    @Test
    void postsJsonWithTheHeaders() throws InterruptedException {
        Outcome outcome =
                sender.post(
                        receiver.url("/hook?key=1"),
                        Map.of("Authorization", "Bearer s3cret", "Idempotency-Key", "abc"),
                        "{\"text\":\"ü\"}");

        assertThat(outcome.result()).isEqualTo(Result.DELIVERED);
        assertThat(receiver.got()).hasSize(1);
        FakeReceiver.Got got = receiver.got().get(0);
        assertThat(got.path()).isEqualTo("/hook?key=1");
        assertThat(got.body()).isEqualTo("{\"text\":\"ü\"}");
        assertThat(got.header("Authorization")).isEqualTo("Bearer s3cret");
        assertThat(got.header("Idempotency-Key")).isEqualTo("abc");
        assertThat(got.header("Content-Type")).startsWith("application/json");
        assertThat(got.header("Host")).isEqualTo("127.0.0.1:" + receiver.port());
    }

    @ParameterizedTest
    @CsvSource({
        "200,DELIVERED",
        "202,DELIVERED",
        "204,DELIVERED",
        "301,REFUSED",
        "302,REFUSED",
        "307,REFUSED",
        "400,REFUSED",
        "401,REFUSED",
        "403,REFUSED",
        "404,REFUSED",
        "408,FAILED",
        "410,REFUSED",
        "413,REFUSED",
        "422,REFUSED",
        "429,FAILED",
        "500,FAILED",
        "502,FAILED",
        "503,FAILED",
        "504,FAILED"
    })
    void everyStatusSaysWhetherToComeAgain(int status, Result result) throws InterruptedException {
        receiver.answering(status == 204 ? status(204, "X", "y") : status(status));

        Outcome outcome = post();

        assertThat(outcome.result()).isEqualTo(result);
        assertThat(outcome.reason()).contains("HTTP " + status);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "17|17",
                "0|0",
                "999999|3600",
                "Wed, 04 Mar 2026 10:01:30 GMT|90",
                "Wed, 04 Mar 2026 09:00:00 GMT|0"
            })
    void comesAgainWhenItIsAskedTo(String header, long seconds) throws InterruptedException {
        receiver.answering(status(503, "Retry-After", header));

        assertThat(post().retryAfter()).contains(Duration.ofSeconds(seconds));
    }

    @Test
    void anUnreadableRetryAfterIsNone() throws InterruptedException {
        receiver.answering(status(429, "Retry-After", "soon"));

        assertThat(post().retryAfter()).isEmpty();
    }

    @Test
    void aSlowReceiverFailsInTime() throws InterruptedException {
        CountDownLatch over = new CountDownLatch(1);
        receiver.answering(exchange -> over.await());

        Outcome outcome = post();
        over.countDown();

        assertThat(outcome.result()).isEqualTo(Result.FAILED);
        assertThat(outcome.reason()).isEqualTo("no answer within 2 s");
    }

    @Test
    void anAnswerThatNeverEndsFailsInTime() throws InterruptedException {
        CountDownLatch over = new CountDownLatch(1);
        receiver.answering(
                exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    exchange.getResponseBody().write('a');
                    exchange.getResponseBody().flush();
                    over.await();
                });

        Outcome outcome = post();
        over.countDown();

        assertThat(outcome.result()).isEqualTo(Result.FAILED);
    }

    @Test
    void aGreatAnswerIsNotKept() throws InterruptedException {
        receiver.answering(
                exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    for (int i = 0; i < 4_096; i++) {
                        exchange.getResponseBody().write(new byte[1024]);
                    }
                });

        Outcome outcome = post();

        assertThat(outcome.result()).isEqualTo(Result.DELIVERED);
        assertThat(outcome.answer().orElseThrow().length()).isLessThanOrEqualTo(512);
    }

    @Test
    void aResetFails() throws IOException, InterruptedException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread resetting =
                    new Thread(
                            () -> {
                                try (Socket socket = server.accept()) {
                                    socket.setSoLinger(true, 0);
                                } catch (IOException e) {
                                    throw new IllegalStateException(e);
                                }
                            });
            resetting.start();

            Outcome outcome = sender.post(local(server.getLocalPort()), Map.of(), "{}");
            resetting.join();

            assertThat(outcome.result()).isEqualTo(Result.FAILED);
        }
    }

    @Test
    void nobodyListeningFails() throws IOException, InterruptedException {
        int port;
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = server.getLocalPort();
        }

        assertThat(sender.post(local(port), Map.of(), "{}").result()).isEqualTo(Result.FAILED);
    }

    @Test
    void somethingElseThanHttpFails() throws IOException, InterruptedException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread answering =
                    new Thread(
                            () -> {
                                try (Socket socket = server.accept()) {
                                    socket.getOutputStream()
                                            .write(
                                                    "220 mail.example ESMTP\r\n"
                                                            .getBytes(StandardCharsets.US_ASCII));
                                } catch (IOException e) {
                                    throw new IllegalStateException(e);
                                }
                            });
            answering.start();

            Outcome outcome = sender.post(local(server.getLocalPort()), Map.of(), "{}");
            answering.join();

            assertThat(outcome.result()).isEqualTo(Result.FAILED);
        }
    }

    private Outcome post() throws InterruptedException {
        return sender.post(receiver.url("/"), Map.of(), "{}");
    }

    private static URI local(int port) {
        return URI.create("http://127.0.0.1:" + port + "/");
    }
}
