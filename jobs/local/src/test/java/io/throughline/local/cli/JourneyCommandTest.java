package io.throughline.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JourneyCommandTest {

    private static final String MAP =
            """
            apiVersion: throughline/v1
            journey: library
            version: 3
            stages:
              - id: find
                owner: collections
                examples: ["the catalogue never finds a title"]
                cues: [catalogue, shelf]
              - id: borrow
                owner: circulation
                examples: ["fined although I returned it in time"]
                cues: [fined, loan]
            """;

    private static final String FEEDBACK =
            """
            text,category
            the catalogue is slow,searching
            nothing on the shelf,searching
            fined again,lending
            "my loan ended early, write to kim@example.com",lending
            der Katalog findet nichts und ist viel zu langsam geworden,searching
            """;

    @TempDir private Path dir;
    private String map;

    @BeforeEach
    void writeMap() throws IOException {
        map = Files.writeString(dir.resolve("library.yaml"), MAP).toString();
    }

    @Test
    void improveTellsPeopleOnStderrAndProgramsOnStdout() throws IOException {
        Called improve =
                Called.with(
                        dir, FEEDBACK, "journey", "improve", "--journey", map, "--feedback", "-");

        JsonNode advice = new ObjectMapper().readTree(String.join("\n", improve.out()));
        assertThat(improve.exit()).isZero();
        assertThat(advice.path("texts").asInt()).isEqualTo(4);
        assertThat(advice.path("stages").findValuesAsText("stage"))
                .containsExactly("find", "borrow");
        assertThat(improve.err()).contains("Stages", "stages:");
        assertThat(String.join("\n", improve.out()) + improve.err()).doesNotContain("kim@");
    }

    @Test
    void measureTakesTheStagesOfCategories() throws IOException {
        Path labels = Files.writeString(dir.resolve("labels.csv"), FEEDBACK);
        Path stages =
                Files.writeString(
                        dir.resolve("stages.csv"),
                        "category,stage\nsearching,find\nlending,borrow\n");

        Called measure =
                Called.with(
                        dir,
                        "",
                        "journey",
                        "measure",
                        "--journey",
                        map,
                        "--labels",
                        labels.toString(),
                        "--stage-map",
                        stages.toString());

        JsonNode report = new ObjectMapper().readTree(String.join("\n", measure.out()));
        assertThat(measure.exit()).isZero();
        assertThat(report.path("texts").asInt()).isEqualTo(4);
        assertThat(report.path("results").findValuesAsText("way"))
                .contains("rules alone", "stage-teacher");
    }

    @Test
    void aFileWithoutTextsOrOfAnotherShapeIsASentence() throws IOException {
        Path other = Files.writeString(dir.resolve("other.csv"), "a,b\n1,2\n");

        Called missing =
                Called.with(
                        dir, "", "journey", "improve", "--journey", map, "--feedback", "no.csv");
        Called wrong =
                Called.with(
                        dir,
                        "",
                        "journey",
                        "improve",
                        "--journey",
                        map,
                        "--feedback",
                        other.toString());
        Called empty =
                Called.with(dir, "\n", "journey", "improve", "--journey", map, "--feedback", "-");
        Called array =
                Called.with(
                        dir,
                        "[\n {\"text\": \"x\"}\n]\n",
                        "journey",
                        "improve",
                        "--journey",
                        map,
                        "--feedback",
                        "-");

        assertThat(missing.exit()).isNotZero();
        assertThat(String.join(" ", missing.err())).contains("there is no file no.csv");
        assertThat(String.join(" ", wrong.err())).contains("has no column 'text'; it has a, b");
        assertThat(String.join(" ", array.err())).contains("is a JSON array", "jq -c '.[]'");
        assertThat(String.join(" ", empty.err())).contains("no text that can be read");
    }
}
