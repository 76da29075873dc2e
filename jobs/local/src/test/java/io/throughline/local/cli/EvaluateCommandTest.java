package io.throughline.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateCommandTest {

    @TempDir Path home;

    @Test
    void aCsvGivesOneJsonObjectAndATable() throws IOException {
        Path labels =
                file(
                        "labels.csv",
                        """
                        text,sentiment,stage
                        My claim was refused and this is a disgrace,negative,claim
                        "The renewal was quick, thank you so much",positive,renewal
                        """);
        Called called = call("--labels", labels.toString());

        assertThat(called.exit()).isZero();
        assertThat(called.out()).hasSize(1);
        JsonNode json = json(called);
        assertThat(json.path("rows").asInt()).isEqualTo(2);
        assertThat(json.at("/sentiment/accuracy").asDouble()).isEqualTo(1);
        assertThat(json.at("/sentiment/confusion/negative/negative").asInt()).isEqualTo(1);
        assertThat(json.at("/stage/labelled").asInt()).isEqualTo(2);
        assertThat(String.join("\n", called.err())).contains("sentiment: accuracy 1.000");
    }

    @Test
    void stagesThatTheMapDoesNotHaveAreWarnedOf() throws IOException {
        Path labels =
                file("labels.csv", "text,stage\nMy claim was refused,claim\nA new card,cards\n");
        Called called = call("--labels", labels.toString(), "--stage-engine", "cues-and-examples");

        assertThat(called.exit()).isZero();
        assertThat(json(called).path("warnings"))
                .singleElement()
                .extracting(JsonNode::asText)
                .asString()
                .contains("has no stage cards:");
        assertThat(String.join("\n", called.err())).contains("Warning: the journey map");
    }

    @Test
    void filesAndEnginesStandSideBySide() throws IOException {
        Path one = file("shop.csv", "text,sentiment\nawful,negative\ngreat,positive\n");
        Path two =
                file("bank.jsonl", "{\"text\": \"great service\", \"sentiment\": \"positive\"}\n");
        Called called =
                call(
                        "--labels",
                        one.toString(),
                        two.toString(),
                        "--engine",
                        "student,corenlp-linear",
                        "--report",
                        home.resolve("report").toString());

        assertThat(called.exit()).isZero();
        JsonNode engines = json(called).path("engines");
        assertThat(engines.findValuesAsText("engine")).containsExactly("student", "corenlp-linear");
        assertThat(engines.at("/1/domains/shop/labelled").asInt()).isEqualTo(2);
        assertThat(engines.at("/1/domains/bank/labelled").asInt()).isEqualTo(1);
        assertThat(home.resolve("report").resolve("index.html")).isNotEmptyFile();
    }

    @Test
    void aBadRowIsASentenceWithItsLine() throws IOException {
        Path labels = file("labels.csv", "text,sentiment\nfine,neutral\nbad,angry\n");
        Called called = call("--labels", labels.toString());

        assertThat(called.exit()).isEqualTo(1);
        assertThat(called.out()).isEmpty();
        assertThat(called.err())
                .singleElement()
                .asString()
                .startsWith("throughline: " + labels + ":3: sentiment is negative");
    }

    @Test
    void aFileWithoutASingleLabelIsASentence() throws IOException {
        Path labels = file("unlabelled.csv", "text,sentiment\nfine,\nbad,\n");

        Called called = call("--labels", labels.toString());

        assertThat(called.exit()).isEqualTo(1);
        assertThat(called.err())
                .singleElement()
                .asString()
                .contains("no row has a label", "2 rows");
    }

    @Test
    void aJsonArrayIsASentenceThatSaysHowToMakeLinesOfIt() throws IOException {
        Path labels = file("labels.json", "\uFEFF[\n {\"text\": \"x\", \"stage\": \"claim\"}\n]\n");

        Called called = call("--labels", labels.toString());

        assertThat(called.exit()).isEqualTo(1);
        assertThat(called.err())
                .singleElement()
                .asString()
                .contains("labels.json is a JSON array", "one object a line", "jq -c '.[]'");
    }

    @Test
    void aRowThatBelongsToNoStageIsRightWhenTheTaggerAbstains() throws IOException {
        Path labels = file("labels.csv", "text,stage\nMy claim was refused,claim\nzzz qqq,none\n");
        Called called = call("--labels", labels.toString(), "--stage-engine", "cues-and-examples");

        assertThat(called.exit()).isZero();
        JsonNode json = json(called);
        assertThat(json.path("warnings")).isEmpty();
        assertThat(json.at("/stage/accuracy").asDouble()).isEqualTo(1);
        assertThat(json.at("/stage/labels/unassigned/recall").asDouble()).isEqualTo(1);
        assertThat(String.join("\n", called.err())).contains("abstaining: precision 1.000");
    }

    @Test
    void aDirectoryIsASentence() {
        Called called = call("--labels", home.toString());

        assertThat(called.exit()).isEqualTo(1);
        assertThat(called.err())
                .singleElement()
                .asString()
                .contains("is a directory")
                .doesNotContain("Exception");
    }

    @Test
    void anEngineThatIsNotThereIsASentence() throws IOException {
        Path labels = file("labels.csv", "text,sentiment\nfine,neutral\n");

        assertThat(call("--labels", labels.toString(), "--engine", "moods").err())
                .singleElement()
                .asString()
                .contains("no sentiment engine 'moods'");
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(home.resolve(name), content);
    }

    private static JsonNode json(Called called) throws IOException {
        return new ObjectMapper().readTree(called.out().get(0));
    }

    private Called call(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "evaluate";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Called.with(home, "", all);
    }
}
