package io.throughline.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;

/**
 * No path through the gateway lets a body, a signature, a key or a query get into a log or an
 * answer.
 */
class SilenceTest {

    private static final String BODY = "canary-of-the-body";
    private static final String SIGNATURE = "canary-of-the-signature";
    private static final String QUERY = "canary-of-the-query";
    private static final String HEADER = "canary-of-a-header";

    private final List<String> answers = new ArrayList<>();

    @Test
    void keepsEverySecretOnEveryPath() throws IOException {
        try (LogCapture logs = LogCapture.of(Level.INFO)) {
            everyPath(FakePublisher.acknowledging());
            everyPath(FakePublisher.failing(new IllegalStateException("no broker")));
            everyPath(FakePublisher.answering(new CompletableFuture<>()));
            everyPath(FakePublisher.throwing(new IllegalStateException(BODY + SIGNATURE + QUERY)));

            assertThat(logs.lines()).as("something is logged at all").isNotEmpty();
            assertThat(String.join("\n", logs.lines()))
                    .doesNotContain(BODY, SIGNATURE, QUERY, HEADER, Samples.KEY);
            assertThat(String.join("\n", answers))
                    .doesNotContain(BODY, SIGNATURE, QUERY, HEADER, Samples.KEY);
        }
    }

    private void everyPath(FakePublisher publisher) throws IOException {
        byte[] body = Samples.json(BODY);
        GatewaySettings settings =
                GatewaySettings.DEFAULT
                        .limits(2048, 8)
                        .timeouts(Duration.ofMillis(200), Duration.ofSeconds(1));
        try (Gateway gateway =
                Gateway.start(settings, Samples.all(), publisher, Clock.systemUTC())) {
            Sender sender = new Sender(gateway);
            String signature = Samples.sign(body);
            for (String path :
                    List.of(Samples.PATH, Samples.OPEN_PATH, "/channels/no", "/" + BODY)) {
                for (byte[] each :
                        List.of(body, Sender.gzip(body), Samples.json(BODY.repeat(200)))) {
                    for (String coding : List.of("identity", "gzip", "br", QUERY)) {
                        for (String sign : List.of(signature, "sha256=" + SIGNATURE)) {
                            answers.add(post(sender, path, each, coding, sign));
                        }
                    }
                }
            }
            answers.add(sender.get(Samples.PATH + "?key=" + QUERY).body());
            answers.add(sender.get("/health?key=" + QUERY).body());
            answers.add(sender.get("/metrics?key=" + QUERY).body());
            answers.add(raw(gateway, "POST /channels/open?" + QUERY + " HTTP/9.9\r\n\r\n"));
            answers.add(
                    raw(gateway, "POST /channels/%zz?" + QUERY + " HTTP/1.1\r\nHost: x\r\n\r\n"));
            answers.add(
                    raw(
                            gateway,
                            "POST /channels/open?"
                                    + QUERY
                                    + " HTTP/1.1\r\nHost: x\r\n"
                                    + HEADER
                                    + "\u0001: "
                                    + SIGNATURE
                                    + "\r\nContent-Length: x\r\n\r\n"
                                    + BODY));
            answers.add(
                    raw(
                            gateway,
                            "POST /channels/open HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked"
                                    + "\r\n\r\nzz\r\n"
                                    + BODY
                                    + "\r\n"));
        }
    }

    private static String post(
            Sender sender, String path, byte[] body, String coding, String signature) {
        HttpResponse<String> answer =
                sender.post(
                        path + "?key=" + QUERY,
                        body,
                        Samples.HEADER,
                        signature,
                        "X-Other",
                        HEADER,
                        "Content-Encoding",
                        coding);
        return answer.statusCode() + " " + answer.headers().map() + " " + answer.body();
    }

    private static String raw(Gateway gateway, String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), gateway.port())) {
            socket.setSoTimeout(5000);
            socket.getOutputStream().write(request.getBytes(UTF_8));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }
}
