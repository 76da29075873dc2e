package io.throughline.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
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
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ConsoleTest {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-03-15T09:00:00Z"), ZoneOffset.UTC);
    private static final ConsoleSettings ALWAYS_ASKS =
            ConsoleSettings.DEFAULT.freshFor(Duration.ZERO);

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void saysWhatItWaitsForUntilTheServersAreUp() throws Exception {
        try (Console console = Console.start(ALWAYS_ASKS, CLOCK)) {
            assertThat(live(console).path("state").asText()).isEqualTo("STARTING");

            console.status("Starting Kafka");

            assertThat(live(console).path("message").asText()).isEqualTo("Starting Kafka");
        }
    }

    @Test
    void showsFiguresAndWhatGoesOnOnceTheServersAreUp() throws Exception {
        try (FakeElasticsearch search = Samples.fill(FakeElasticsearch.start());
                Console console = Console.start(ALWAYS_ASKS, CLOCK)) {
            console.ready(search.client(), Samples.JOURNEY);
            console.status("Reading channels");

            JsonNode live = live(console);

            assertThat(live.path("state").asText()).isEqualTo("LIVE");
            assertThat(live.path("message").asText()).isEqualTo("Reading channels");
            assertThat(live.path("asOf").asText()).isEqualTo("2026-03-15T09:00:00Z");
            assertThat(live.at("/view/stages/1/movement").asText()).isEqualTo("FALLING");
            assertThat(live.at("/view/verbatims/0/text").asText()).contains("<img src=x");
        }
    }

    @Test
    void isReadyFromTheFirstAnswerOnAndThenStaysThereToSayWhatIsAway() throws Exception {
        try (FakeElasticsearch search = Samples.fill(FakeElasticsearch.start());
                Console console = Console.start(ALWAYS_ASKS, CLOCK)) {
            assertThat(get(console, "/health").statusCode()).isEqualTo(200);
            assertThat(get(console, "/ready").statusCode()).isEqualTo(503);

            search.answersWith(503);
            console.ready(search.client(), Samples.JOURNEY);
            HttpResponse<String> away = get(console, "/ready");
            search.answersWith(200);
            HttpResponse<String> there = get(console, "/ready");
            search.answersWith(503);
            HttpResponse<String> awayAgain = get(console, "/ready");

            assertThat(away.statusCode()).isEqualTo(503);
            assertThat(away.body()).contains("waiting", "Elasticsearch does not answer");
            assertThat(there.statusCode()).isEqualTo(200);
            assertThat(there.body()).isEqualTo("{\"status\":\"ready\"}");
            assertThat(awayAgain.statusCode()).isEqualTo(200);
            assertThat(console.problem()).get().asString().contains("does not answer");
        }
    }

    @Test
    void keepsTheLastFiguresWhenElasticsearchFailsAndRecovers() throws Exception {
        try (FakeElasticsearch search = Samples.fill(FakeElasticsearch.start());
                Console console = Console.start(ALWAYS_ASKS, CLOCK)) {
            console.ready(search.client(), Samples.JOURNEY);
            live(console);
            search.answersWith(503);

            JsonNode failed = live(console);
            search.answersWith(200);
            JsonNode again = live(console);

            assertThat(failed.path("state").asText()).isEqualTo("UNAVAILABLE");
            assertThat(failed.path("message").asText()).contains("Elasticsearch does not answer");
            assertThat(failed.at("/view/stages/1/sentiment/n").asInt()).isEqualTo(60);
            assertThat(again.path("state").asText()).isEqualTo("LIVE");
        }
    }

    @Test
    void saysSoWhenElasticsearchNeverAnswered() throws Exception {
        FakeElasticsearch search = FakeElasticsearch.start();
        search.close();
        try (Console console = Console.start(ALWAYS_ASKS, CLOCK)) {
            console.ready(search.client(), Samples.JOURNEY);

            JsonNode live = live(console);

            assertThat(live.path("state").asText()).isEqualTo("UNAVAILABLE");
            assertThat(live.has("view")).isFalse();
        }
    }

    @Test
    void manyBrowsersCostOneRoundOfSearches() throws Exception {
        try (FakeElasticsearch search = Samples.fill(FakeElasticsearch.start());
                Console console = Console.start(ConsoleSettings.DEFAULT, CLOCK)) {
            console.ready(search.client(), Samples.JOURNEY);

            for (int browser = 0; browser < 5; browser++) {
                live(console);
            }

            assertThat(search.searches()).isEqualTo(11);
        }
    }

    @Test
    void everyAnswerCarriesTheSecurityHeaders() throws Exception {
        try (Console console = Console.start("127.0.0.1", 0)) {
            for (String path : new String[] {"/", "/live.js", "/api/live", "/nothing"}) {
                HttpResponse<String> answer = get(console, path);

                assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                        .as(path)
                        .contains("script-src 'self'")
                        .contains("frame-ancestors 'none'")
                        .doesNotContain("unsafe");
                assertThat(answer.headers().firstValue("X-Content-Type-Options"))
                        .hasValue("nosniff");
            }
        }
    }

    @Test
    void servesThePageAndNothingOutsideIt() throws Exception {
        try (Console console = Console.start("127.0.0.1", 0)) {
            assertThat(get(console, "/").body()).contains("<title>Throughline</title>");
            assertThat(get(console, "/").headers().firstValue("Content-Type").orElse(""))
                    .startsWith("text/html");
            assertThat(get(console, "/live.js").headers().firstValue("Content-Type").orElse(""))
                    .contains("javascript");
            assertThat(get(console, "/../elasticsearch/cx-feedback.json").statusCode())
                    .isBetween(400, 404);
            assertThat(get(console, "/%2e%2e/elasticsearch/cx-feedback.json").statusCode())
                    .isBetween(400, 404);
        }
    }

    @Test
    void refusesANameThatIsNotItsOwn() throws Exception {
        try (Console console = Console.start("127.0.0.1", 0)) {
            for (String path : new String[] {"/", "/live.js", "/api/live"}) {
                assertThat(statusFor(console, path, "evil.example")).as(path).contains(" 421 ");
                assertThat(statusFor(console, path, "localhost")).as(path).contains(" 200 ");
            }
        }
    }

    @Test
    void saysWhichPortIsInUseAndWhatToDo() {
        try (Console first = Console.start("127.0.0.1", 0)) {
            int port = URI.create(first.url()).getPort();

            assertThatThrownBy(() -> Console.start("127.0.0.1", port))
                    .isInstanceOf(ConsoleStartException.class)
                    .hasMessageContaining("127.0.0.1:" + port)
                    .hasMessageContaining("choose another port");
        }
    }

    private JsonNode live(Console console) throws Exception {
        return new ObjectMapper().readTree(get(console, "/api/live").body());
    }

    private HttpResponse<String> get(Console console, String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(console.url() + path)).build(),
                BodyHandlers.ofString());
    }

    /** First line of the answer; Java's client does not let a caller choose the Host header. */
    private static String statusFor(Console console, String path, String host) throws IOException {
        int port = URI.create(console.url()).getPort();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            OutputStream out = socket.getOutputStream();
            out.write(
                    ("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            String answer =
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return answer.lines().findFirst().orElse("");
        }
    }
}
