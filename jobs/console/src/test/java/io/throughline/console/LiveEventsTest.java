package io.throughline.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LiveEventsTest {

    private static final ConsoleSettings ALWAYS_ASKS =
            ConsoleSettings.DEFAULT.freshFor(Duration.ZERO);

    @Test
    void tellsAtOnceAndWhenSomethingChanged() throws Exception {
        try (Console console = Console.start(ALWAYS_ASKS, Clock.systemUTC());
                Listening listening = Listening.to(console)) {
            assertThat(listening.next("live")).contains("\"message\":\"Starting\"");

            console.status("Starting Kafka");

            assertThat(listening.next("live", "Starting Kafka")).contains("\"STARTING\"");
        }
    }

    @Test
    void saysThatItIsThereWhenNothingChanges() throws Exception {
        try (Console console = Console.start(ALWAYS_ASKS, Clock.systemUTC());
                Listening listening = Listening.to(console)) {
            assertThat(listening.next("still")).contains("\"now\":").doesNotContain("\"view\"");

            assertThat(listening.seen("live"))
                    .as("told once or twice, not each second")
                    .isLessThan(3);
        }
    }

    @Test
    void tellsProxiesNeitherToChangeNorToCollect() throws Exception {
        try (Console console = Console.start(ALWAYS_ASKS, Clock.systemUTC());
                Listening listening = Listening.to(console)) {
            assertThat(listening.head)
                    .startsWith("HTTP/1.1 200")
                    .contains("Content-Type: text/event-stream")
                    .contains("no-transform")
                    .contains("X-Accel-Buffering: no")
                    .contains("Content-Security-Policy: default-src 'none'");
        }
    }

    @Test
    void refusesAnotherHost() throws Exception {
        try (Console console = Console.start(ALWAYS_ASKS, Clock.systemUTC());
                Listening listening = Listening.to(console, "evil.example")) {
            assertThat(listening.head).startsWith("HTTP/1.1 421");
        }
    }

    @Test
    void endsWithTheServer() throws Exception {
        try (Console console = Console.start(ALWAYS_ASKS, Clock.systemUTC());
                Listening listening = Listening.to(console)) {
            listening.next("live");

            console.close();

            assertThat(listening.toTheEnd()).isTrue();
        }
    }

    /**
     * As many as may listen, none of them reading: the page still answers, and one more is told.
     */
    @Test
    void listenersThatReadNothingHoldUpNobody() throws Exception {
        List<Listening> all = new ArrayList<>();
        try (FakeElasticsearch search = Samples.fill(FakeElasticsearch.start());
                Console console = Console.start(ALWAYS_ASKS, Clock.systemUTC())) {
            console.ready(search.client(), Samples.JOURNEY);
            for (int i = 0; i < ConsoleParts.MOST_LISTENERS; i++) {
                all.add(Listening.to(console));
            }

            HttpResponse<String> more = get(console, LiveEvents.PATH);
            HttpResponse<String> polled = get(console, "/api/live");

            assertThat(more.statusCode()).isEqualTo(503);
            assertThat(new ObjectMapper().readTree(more.body()).path("problem").asText())
                    .contains("asks every few seconds");
            assertThat(more.headers().firstValue("Retry-After")).isPresent();
            assertThat(polled.statusCode()).isEqualTo(200);
            assertThat(polled.body()).contains("\"LIVE\"");
        } finally {
            for (Listening one : all) {
                one.close();
            }
        }
    }

    private static HttpResponse<String> get(Console console, String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(console.url() + path)).build(),
                        BodyHandlers.ofString());
    }

    /** A browser's line, read when a test wants it. */
    private static final class Listening implements AutoCloseable {

        private final Socket socket;
        private final BufferedReader in;
        private final String head;
        private final List<String> names = new ArrayList<>();

        private Listening(Socket socket, BufferedReader in, String head) {
            this.socket = socket;
            this.in = in;
            this.head = head;
        }

        static Listening to(Console console) throws IOException {
            return to(console, "localhost");
        }

        static Listening to(Console console, String host) throws IOException {
            Socket socket =
                    new Socket(
                            InetAddress.getLoopbackAddress(), URI.create(console.url()).getPort());
            String request = "GET " + LiveEvents.PATH + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            BufferedReader in =
                    new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            StringBuilder head = new StringBuilder();
            String line = in.readLine();
            while (line != null && !line.isEmpty()) {
                head.append(line).append('\n');
                line = in.readLine();
            }
            return new Listening(socket, in, head.toString());
        }

        /** Data of the next event of that name. */
        String next(String name) throws IOException {
            return next(name, "");
        }

        /** Data of the next event of that name that says so. */
        String next(String name, String words) throws IOException {
            String event = "";
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("event: ")) {
                    event = line.substring("event: ".length());
                    names.add(event);
                } else if (line.startsWith("data: ")
                        && event.equals(name)
                        && line.contains(words)) {
                    return line.substring("data: ".length());
                }
            }
            throw new IOException("it ended");
        }

        long seen(String name) {
            return names.stream().filter(name::equals).count();
        }

        boolean toTheEnd() throws IOException {
            while (in.read() >= 0) {
                continue;
            }
            return true;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
