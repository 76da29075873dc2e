package io.throughline.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.throughline.alert.AlertCommand;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertApiTest {

    private static final Instant NOW = Instant.parse("2026-03-15T09:00:00Z");
    private static final String TOKEN = "a-token-of-the-tests-0123456789";
    private static final String JSON = "application/json";

    @TempDir Path directory;
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<AlertCommand> told = new ArrayList<>();
    private FakeElasticsearch search;
    private Console console;

    @BeforeEach
    void start() throws Exception {
        search = AlertSamples.fill(Samples.fill(FakeElasticsearch.start()));
        console = console(told::add);
    }

    @AfterEach
    void stop() throws IOException {
        console.close();
        search.close();
    }

    @Test
    void showsAnAlertWithTheSeriesAroundIt() throws Exception {
        HttpResponse<String> answer = get("/api/alerts/a1");
        JsonNode view = new ObjectMapper().readTree(answer.body()).path("view");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(view.at("/alert/stage").asText()).isEqualTo("claim");
        assertThat(view.at("/series/points").size()).isPositive();
        assertThat(view.at("/series/due/0/expected").asDouble()).isEqualTo(0.25);
        assertThat(view.at("/watch/threshold").asDouble()).isEqualTo(6.2);
    }

    @Test
    void saysThatThereIsNoSuchAlert() throws Exception {
        search.holds("cx-alerts", FakeElasticsearch.EMPTY);

        HttpResponse<String> answer = get("/api/alerts/a2");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("There is no alert of that id.");
    }

    @Test
    void keepsWhatIsKnownWhenElasticsearchFails() throws Exception {
        get("/api/alerts/a1");
        search.answersWith(503);

        JsonNode answer = new ObjectMapper().readTree(get("/api/alerts/a1").body());

        assertThat(answer.path("state").asText()).isEqualTo("UNAVAILABLE");
        assertThat(answer.at("/view/alert/id").asText()).isEqualTo("a1");
    }

    @Test
    void aHolderTakesAnAlertUp() throws Exception {
        HttpResponse<String> answer =
                post("/api/alerts/a1/acknowledge", "{\"comment\": \" on it \"}", JSON, TOKEN);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        assertThat(told).containsExactly(AlertCommand.acknowledge("a1", "dana", "on it", NOW));
    }

    @Test
    void aHolderAcceptsSilencesAndEndsASilence() throws Exception {
        post("/api/alerts/a1/accept", "{\"comment\": \"new prices\"}", JSON, TOKEN);
        post("/api/silences", "{\"stage\": \"claim\", \"hours\": 48}", JSON, TOKEN);
        post("/api/silences/s1/end", "{}", JSON, TOKEN);

        assertThat(told)
                .containsExactly(
                        AlertCommand.accept("a1", "dana", "new prices", NOW),
                        AlertCommand.silence(
                                Map.of("stage", "claim"),
                                NOW.plus(Duration.ofHours(48)),
                                "dana",
                                null,
                                NOW),
                        AlertCommand.unsilence("s1", "dana", null, NOW));
    }

    @Test
    void nobodyElseChangesAnything() throws Exception {
        String path = "/api/alerts/a1/accept";

        assertThat(post(path, "{}", JSON, "another-token-0123456789").statusCode()).isEqualTo(401);
        assertThat(post(path, "{}", JSON, "").statusCode()).isEqualTo(401);
        assertThat(post(path, "{}", "text/plain", TOKEN).statusCode()).isEqualTo(415);
        assertThat(post(path, "{}", JSON, TOKEN, "Origin", "https://evil.example").statusCode())
                .isEqualTo(403);
        assertThat(post(path, "{}", JSON, TOKEN, "Origin", "null").statusCode()).isEqualTo(403);
        assertThat(post(path, "{}", JSON, TOKEN, "Sec-Fetch-Site", "cross-site").statusCode())
                .isEqualTo(403);
        assertThat(get(path).statusCode()).isBetween(404, 405);
        assertThat(told).isEmpty();
    }

    @Test
    void thePageItselfMayAsk() throws Exception {
        HttpResponse<String> answer =
                post("/api/alerts/a1/accept", "{}", JSON, TOKEN, "Origin", console.url());

        assertThat(answer.statusCode()).isEqualTo(202);
    }

    @Test
    void whatMakesNoSenseIsRefusedWithASentence() throws Exception {
        assertThat(post("/api/silences", "{\"stage\": \"none\", \"hours\": 1}", JSON, TOKEN).body())
                .contains("no stage of that id");
        assertThat(
                        post("/api/silences", "{\"stage\": \"claim\", \"hours\": 0}", JSON, TOKEN)
                                .body())
                .contains("lasts 1 to");
        assertThat(post("/api/silences", "no JSON", JSON, TOKEN).statusCode()).isEqualTo(400);
        assertThat(post("/api/silences", "[]", JSON, TOKEN).statusCode()).isEqualTo(400);
        search.holds("cx-alerts", FakeElasticsearch.EMPTY);
        assertThat(post("/api/alerts/a9/accept", "{}", JSON, TOKEN).statusCode()).isEqualTo(404);
        assertThat(told).isEmpty();
    }

    @Test
    void saysWhenKafkaDoesNotTakeIt() throws Exception {
        console.close();
        console =
                console(
                        command -> {
                            throw new IllegalStateException("no broker");
                        });

        HttpResponse<String> answer = post("/api/alerts/a1/accept", "{}", JSON, TOKEN);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("Nothing was changed").doesNotContain("broker");
    }

    @Test
    void withoutTokensThePageIsReadOnlyAndSaysSo() throws Exception {
        console.close();
        console =
                Console.start(
                        ConsoleSettings.DEFAULT.freshFor(Duration.ZERO),
                        Clock.fixed(NOW, ZoneOffset.UTC));
        console.ready(search.client(), Samples.JOURNEY, PageChanges.ofAlerts(told::add));

        HttpResponse<String> answer = post("/api/alerts/a1/accept", "{}", JSON, TOKEN);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("read-only");
        assertThat(new ObjectMapper().readTree(get("/api/live").body()).at("/view/alerts/changes"))
                .hasToString("false");
    }

    private Console console(Consumer<AlertCommand> commands) throws IOException {
        Path tokens = Files.writeString(directory.resolve("tokens"), "# team\ndana " + TOKEN);
        ConsoleSettings settings =
                ConsoleSettings.DEFAULT
                        .freshFor(Duration.ZERO)
                        .changedBy(ConsoleTokens.read(tokens));
        Console started = Console.start(settings, Clock.fixed(NOW, ZoneOffset.UTC));
        started.ready(search.client(), Samples.JOURNEY, PageChanges.ofAlerts(commands));
        return started;
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(console.url() + path)).build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> post(
            String path, String body, String type, String token, String... headers)
            throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(console.url() + path))
                        .header("Content-Type", type)
                        .header("Authorization", "Bearer " + token)
                        .POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
