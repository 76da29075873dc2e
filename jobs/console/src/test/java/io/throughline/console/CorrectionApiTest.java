package io.throughline.console;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorrectionApiTest {

    private static final String EDITOR = "editor-of-the-tests-0123456789";
    private static final String VIEWER = "viewer-of-the-tests-0123456789";

    @TempDir Path directory;
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<TagCorrection> taken = new ArrayList<>();
    private RuntimeException failure;
    private FakeElasticsearch search;
    private Console console;

    @BeforeEach
    void start() throws Exception {
        search = Samples.fill(FakeElasticsearch.start());
        Path tokens =
                Files.writeString(
                        directory.resolve("tokens"),
                        "dana " + EDITOR + "\nvera " + VIEWER + " viewer\n");
        console =
                Console.start(
                        ConsoleSettings.DEFAULT
                                .freshFor(Duration.ZERO)
                                .changedBy(ConsoleTokens.read(tokens)),
                        Clock.systemUTC());
        console.ready(
                search.client(),
                Samples.JOURNEY,
                PageChanges.ofAlerts(command -> {}).withCorrections(this::take));
    }

    private void take(TagCorrection correction) {
        if (failure != null) {
            throw failure;
        }
        taken.add(correction);
    }

    @AfterEach
    void stop() throws IOException {
        console.close();
        search.close();
    }

    @Test
    void anEditorSaysWhatTheTagsShouldBe() throws Exception {
        HttpResponse<String> answer =
                post(
                        "{\"id\": \"web:typeform:1\", \"revision\": 7, \"sentiment\": \"positive\","
                                + " \"stages\": [\"claim\", \"quote\", \"claim\"]}",
                        EDITOR);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        assertThat(taken)
                .containsExactly(
                        new TagCorrection(
                                "web:typeform:1",
                                OptionalLong.of(7),
                                Optional.of("positive"),
                                Optional.of(List.of("claim", "quote")),
                                "dana"));
    }

    @Test
    void noStageIsAnAnswerAndNothingIsNone() throws Exception {
        post("{\"id\": \"a\", \"stages\": []}", EDITOR);
        assertThat(taken.get(0).stages()).hasValue(List.of());
        assertThat(taken.get(0).sentiment()).isEmpty();
        assertThat(post("{\"id\": \"a\", \"stages\": null}", EDITOR).statusCode()).isEqualTo(400);
    }

    @Test
    void aViewerDoesNot() throws Exception {
        HttpResponse<String> answer = post("{\"id\": \"a\", \"sentiment\": \"neutral\"}", VIEWER);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("takes the role editor; you are vera, viewer");
        assertThat(post("{\"id\": \"a\", \"sentiment\": \"neutral\"}", "x").statusCode())
                .isEqualTo(401);
        assertThat(taken).isEmpty();
    }

    @Test
    void whatMakesNoSenseIsRefusedWithASentence() throws Exception {
        refused("{\"sentiment\": \"neutral\"}", "names the feedback");
        refused("{\"id\": \"a\"}", "Say a sentiment");
        refused("{\"id\": \"a\", \"sentiment\": \"angry\"}", "negative, neutral or positive");
        refused("{\"id\": \"a\", \"stages\": [\"nowhere\"]}", "no stage of that id");
        refused("{\"id\": \"a\", \"stages\": \"claim\"}", "is a list");
        failure = new IllegalArgumentException("there is no such feedback");
        refused("{\"id\": \"a\", \"stages\": []}", "there is no such feedback");
        assertThat(taken).isEmpty();
    }

    @Test
    void saysWhenItCannotBeWritten() throws Exception {
        failure = new IllegalStateException("broker at 10.0.0.1");
        HttpResponse<String> answer = post("{\"id\": \"a\", \"stages\": []}", EDITOR);
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("Nothing was changed").doesNotContain("broker");

        failure = new CorrectionDesk.OutdatedException("Read it again.");
        assertThat(post("{\"id\": \"a\", \"stages\": []}", EDITOR).statusCode()).isEqualTo(409);
    }

    @Test
    void anAuditLineIsOneLine() {
        assertThat(Audit.oneLine("a\r\nb\u2028c\u001b[0m")).isEqualTo("a��b�c�[0m");
        assertThat(Audit.oneLine("x".repeat(1_000))).hasSize(401);
    }

    private void refused(String body, String sentence) throws Exception {
        HttpResponse<String> answer = post(body, EDITOR);
        assertThat(answer.statusCode()).as(body).isEqualTo(400);
        assertThat(answer.body()).contains(sentence);
    }

    private HttpResponse<String> post(String body, String token) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(console.url() + "/api/corrections"))
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + token)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }
}
