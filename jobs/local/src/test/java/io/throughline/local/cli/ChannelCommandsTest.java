package io.throughline.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code channel try}, {@code list}, {@code show} and {@code schema}. */
class ChannelCommandsTest {

    private static final String DEFINITION =
            """
            apiVersion: throughline/v1
            id: pulse
            channel: web
            mode: push
            map:
              naturalId: $.id
              occurredAt: $.at
              text: $.words
            drop:
              - {when: $.words, is: [test], reason: test-entry}
            """;

    @TempDir Path home;

    @Test
    void aTryPrintsTaggedFeedbackRefusesWhatIsBrokenAndSumsUp() throws IOException {
        Called tried = Called.with(home, "", "channel", "try", channel().toString());
        assertThat(tried.exit()).isEqualTo(3);
        JsonNode first = new ObjectMapper().readTree(tried.out().get(0));
        assertThat(tried.out()).hasSize(1);
        assertThat(first.path("naturalId").asText()).isEqualTo("p1");
        assertThat(first.path("sentiment").path("label").asText()).isEqualTo("negative");
        assertThat(first.has("stages")).isTrue();
        assertThat(tried.err())
                .anyMatch(line -> line.contains("\"reason\":\"MISSING_FIELD\""))
                .last()
                .isEqualTo(
                        "saw 3 records in 3 payloads: 1 feedback, 1 rejected MISSING_FIELD, 1"
                                + " filtered test-entry; newest 2026-03-01T10:00:00Z; nothing was"
                                + " written");
        assertThat(home.resolve(".throughline")).doesNotExist();
    }

    @Test
    void aTryEndsAtItsLimitAndCanBeATable() throws IOException {
        Called tried =
                Called.with(
                        home,
                        "",
                        "channel",
                        "try",
                        channel().toString(),
                        "--limit",
                        "1",
                        "--table");
        assertThat(tried.out().get(0)).startsWith("WHEN");
        assertThat(tried.out().get(1)).contains("negative", "p1");
        assertThat(tried.err()).last().asString().startsWith("saw 1 record in 1 payload");
    }

    @Test
    void whatAChannelNeedsIsAskedForByName() {
        Called tried = Called.with(home, "", "channel", "try", "app-store", "-c", "appId=1");
        assertThat(tried.exit()).isEqualTo(1);
        assertThat(tried.err())
                .singleElement()
                .asString()
                .contains("country", "-c country=", "THROUGHLINE_COUNTRY");
    }

    @Test
    void valuesComeFromTheCommandLineThenTheEnvironment() {
        TrialValues values =
                new TrialValues(
                        Map.of("appId", "7"),
                        Optional.empty(),
                        name -> name.equals("THROUGHLINE_API_KEY") ? "k" : null);
        assertThat(values.of("any", List.of("config.appId", "secret.apiKey")))
                .isEqualTo(Map.of("config.appId", "7", "secret.apiKey", "k"));
    }

    @Test
    void theListSaysWhatThereIsAndWhatItNeeds() throws IOException {
        Called listed = Called.with(home, "", "channel", "list", "--json");
        JsonNode store = null;
        for (String line : listed.out()) {
            JsonNode one = new ObjectMapper().readTree(line);
            store = one.path("id").asText().equals("app-store") ? one : store;
        }
        assertThat(store).isNotNull();
        assertThat(store.path("mode").asText()).isEqualTo("poll");
        assertThat(store.path("origin").asText()).isEqualTo("shipped");
        assertThat(store.path("needs").toString()).contains("config.appId");
        assertThat(Called.with(home, "", "channel", "list").out().get(0)).startsWith("ID ");
    }

    @Test
    void aDefinitionIsShownAsItIsWritten() throws IOException {
        Called shown = Called.with(home, "", "channel", "show", channel().toString());
        assertThat(String.join("\n", shown.out()) + "\n").isEqualTo(DEFINITION);
        assertThat(Called.with(home, "", "channel", "show", "mastodon").out())
                .contains("id: mastodon");
    }

    @Test
    void theSchemaIsJson() throws IOException {
        Called schema = Called.with(home, "", "channel", "schema");
        JsonNode read = new ObjectMapper().readTree(String.join("\n", schema.out()));
        assertThat(read.path("properties").has("map")).isTrue();
    }

    private Path channel() throws IOException {
        Path folder = home.resolve("pulse");
        Files.createDirectories(folder.resolve("fixtures"));
        Files.writeString(folder.resolve("channel.yaml"), DEFINITION);
        Files.writeString(
                folder.resolve("fixtures/posts.jsonl"),
                """
                {"id": "p1", "at": "2026-03-01T10:00:00Z", "words": "My claim was refused, terrible service."}
                {"at": "2026-03-01T10:00:00Z", "words": "no id"}
                {"id": "p3", "at": "2026-03-01T10:00:00Z", "words": "test"}
                """);
        return folder;
    }
}
