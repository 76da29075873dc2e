package io.throughline.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TagCommandTest {

    @TempDir Path home;

    @Test
    void linesComeOutInOrderWithTagsAndWhateverElseTheyHad() throws JsonProcessingException {
        Called called =
                tag(
                        """
                        {"id": "b", "text": "My claim was refused, this is a disgrace", "mine": [1, {"x": null}]}

                        {"id": "a", "text": "The renewal was quick, thank you so much"}
                        {"id": 3}
                        """);
        assertThat(called.err()).isEmpty();
        assertThat(called.exit()).isZero();
        List<JsonNode> lines = json(called.out());
        assertThat(lines)
                .extracting(line -> line.path("id").asText())
                .containsExactly("b", "a", "3");
        assertThat(lines.get(0).path("mine").toString()).isEqualTo("[1,{\"x\":null}]");
        JsonNode feeling = lines.get(0).path("sentiment");
        assertThat(feeling.path("label").asText()).isEqualTo("negative");
        assertThat(feeling.path("score").asDouble()).isBetween(-1.0, -0.0001);
        assertThat(feeling.path("confidence").asDouble()).isBetween(0.0, 1.0);
        assertThat(feeling.path("engine").asText()).isEqualTo("adaptive");
        assertThat(feeling.has("model")).isTrue();
        assertThat(lines.get(0).path("stages").get(0).path("id").asText()).isEqualTo("claim");
        assertThat(lines.get(1).path("sentiment").path("label").asText()).isEqualTo("positive");
        assertThat(lines.get(2).path("stages").isArray()).isTrue();
        assertThat(lines.get(2).path("stages")).isEmpty();
        assertThat(lines.get(2).path("sentiment").has("label")).isFalse();
    }

    @Test
    void whatNormalizePrintsCanBeTagged() throws JsonProcessingException {
        Called called =
                tag(
                        "{\"id\": \"phone:transcribe:1\", \"channel\": \"phone\", \"text\": \"bad\","
                                + " \"conversation\": {\"id\": \"1\", \"turns\": [{\"index\": 0,"
                                + " \"role\": \"agent\", \"text\": \"How was your claim?\"},"
                                + " {\"index\": 1, \"role\": \"customer\", \"text\": \"Awful, I am"
                                + " furious\"}]}, \"rating\": {\"value\": 1, \"min\": 1, \"max\":"
                                + " 5}}\n");
        assertThat(called.exit()).isZero();
        assertThat(json(called.out()).get(0).path("sentiment").path("label").asText())
                .isEqualTo("negative");
    }

    @Test
    void linesThatCannotBeTaggedAreDeadLettersAndTheOthersGoOn() throws JsonProcessingException {
        Called called =
                tag(
                        """
                        {"id": "1", "text": "fine"}
                        not json
                        [1]
                        {"text": "no id"}
                        {"id": "2", "text": 5}
                        {"id": "3", "text": "x", "rating": {"value": 9, "min": 1, "max": 5}}
                        {"id": "4", "text": "x", "conversation": {"turns": [{"role": "bot", "text": "x"}]}}
                        {"id": "5", "text": "fine"}
                        """);
        assertThat(called.exit()).isEqualTo(3);
        assertThat(json(called.out()))
                .extracting(line -> line.path("id").asText())
                .containsExactly("1", "5");
        assertThat(json(called.err()))
                .extracting(line -> line.path("deadLetter").path("reason").asText())
                .containsExactly(
                        "MALFORMED",
                        "MALFORMED",
                        "MISSING_FIELD",
                        "INVALID_FIELD",
                        "INVALID_FIELD",
                        "INVALID_FIELD");
        assertThat(json(called.err()))
                .extracting(line -> line.path("deadLetter").path("record").asInt())
                .containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void anArrayIsToldHowToBecomeLines() {
        String pretty = "[\n{\"id\": \"1\", \"text\": \"fine\"},\n{}\n]\n";

        for (String array : List.of(pretty, "[{\"id\": \"1\", \"text\": \"fine\"}]")) {
            Called called = tag(array);
            assertThat(called.exit()).isEqualTo(3);
            assertThat(called.err().get(0)).contains("one object a line is read: jq -c '.[]'");
        }
    }

    @Test
    void nothingOfALineIsPassedOverInSilence() throws JsonProcessingException {
        Called called =
                tag(
                        """
                        {"id": "1", "text": "fine"}{"id": "2", "text": "bad"}
                        {"id": "3", "text": "fine"} and more
                        {"id": "4", "text": "x", "conversation": [{"role": "customer", "text": "x"}]}
                        {"id": "5", "text": "x", "conversation": "x"}
                        {"id": "6", "text": "x", "rating": 9}
                        {"id": "7", "text": "x", "conversation": null, "rating": null}
                        """);
        assertThat(called.exit()).isEqualTo(3);
        assertThat(json(called.out()))
                .extracting(line -> line.path("id").asText())
                .containsExactly("7");
        assertThat(json(called.err()))
                .extracting(line -> line.path("deadLetter").path("reason").asText())
                .containsExactly(
                        "MALFORMED",
                        "MALFORMED",
                        "INVALID_FIELD",
                        "INVALID_FIELD",
                        "INVALID_FIELD");
    }

    @Test
    void numbersOfTheUserComeOutAsTheyWentIn() {
        Called called =
                tag(
                        "{\"id\":\"1\",\"text\":\"fine\",\"fee\":12.50,\"n\":12345678901234567890.10}\n");

        assertThat(called.out())
                .singleElement()
                .asString()
                .contains("\"fee\":12.50,", "\"n\":12345678901234567890.10,");
    }

    @Test
    void aFileMayStartWithAByteOrderMark() throws JsonProcessingException {
        Called called = tag("\uFEFF{\"id\": \"1\", \"text\": \"fine\"}\n");

        assertThat(called.exit()).isZero();
        assertThat(json(called.out()).get(0).path("id").asText()).isEqualTo("1");
    }

    @Test
    void aRatingThatNamesNoScaleIsOneToFive() throws JsonProcessingException {
        String line = "{\"id\": \"1\", \"text\": \"It is what it is\", \"rating\": %s}\n";
        Called called =
                tag(
                        line.formatted("1")
                                + line.formatted("{\"value\": 1}")
                                + line.formatted("{\"value\": 1, \"min\": 1, \"max\": 5}")
                                + line.formatted("5"));
        List<JsonNode> feelings =
                json(called.out()).stream().map(one -> one.path("sentiment")).toList();

        assertThat(feelings.subList(0, 2)).allMatch(feelings.get(2)::equals);
        assertThat(feelings.get(3).path("score").asDouble())
                .isGreaterThan(feelings.get(0).path("score").asDouble());
    }

    @Test
    void aJsonLineTooDeepToReadIsADeadLetterAndNoCrash() throws JsonProcessingException {
        Called called = tag("[".repeat(100_000) + "\n{\"id\": \"1\", \"text\": \"fine\"}\n");
        assertThat(called.exit()).isEqualTo(3);
        assertThat(called.out()).hasSize(1);
        assertThat(json(called.err())).hasSize(1);
    }

    @Test
    void manyLinesStayInOrderOnManyThreads() throws JsonProcessingException {
        StringBuilder input = new StringBuilder();
        for (int i = 0; i < 1000; i++) {
            input.append("{\"id\": \"").append(i).append("\", \"text\": \"claim ").append(i);
            input.append(" was refused\"}\n").append(i % 100 == 0 ? "no json\n" : "");
        }
        Called one = Called.with(home, input.toString(), "tag", "--threads", "1");
        Called four = Called.with(home, input.toString(), "tag", "--threads", "4");

        assertThat(four.out()).hasSize(1000).isEqualTo(one.out());
        assertThat(four.err()).hasSize(10).isEqualTo(one.err());
        assertThat(json(four.out()).get(999).path("id").asText()).isEqualTo("999");
    }

    @Test
    void evidenceSaysWhatCarriedTheTags() throws JsonProcessingException {
        String text = "My claim was refused, this is awful";
        Called called =
                Called.with(
                        home,
                        "{\"id\": \"1\", \"text\": \"" + text + "\"}\n",
                        "tag",
                        "--explain",
                        "--sentiment-engine",
                        "student");
        JsonNode line = json(called.out()).get(0);
        JsonNode strongest = line.at("/sentiment/evidence/0");
        assertThat(strongest.path("contribution").asDouble()).isNegative();
        assertThat(text.substring(strongest.path("start").asInt(), strongest.path("end").asInt()))
                .isEqualTo(strongest.path("text").asText());
        assertThat(line.at("/stages/0/evidence/0/text").asText()).containsIgnoringCase("claim");
        assertThat(line.has("explainedText")).isFalse();
    }

    @Test
    void spansAreOfTheRedactedTextWhichIsThenSaid() throws JsonProcessingException {
        Called called =
                Called.with(
                        home,
                        "{\"id\": \"1\", \"text\": \"Write to ann@example.org, awful claim\"}\n",
                        "tag",
                        "--explain",
                        "--sentiment-engine",
                        "student");
        JsonNode line = json(called.out()).get(0);
        String explained = line.path("explainedText").asText();
        assertThat(explained).isEqualTo("Write to [EMAIL_ADDRESS], awful claim");
        assertThat(line.at("/sentiment/evidence"))
                .isNotEmpty()
                .allSatisfy(
                        one ->
                                assertThat(
                                                explained.substring(
                                                        one.path("start").asInt(),
                                                        one.path("end").asInt()))
                                        .isEqualTo(one.path("text").asText()));
    }

    @Test
    void anEngineThatCannotExplainIsSaidOnce() throws JsonProcessingException {
        Called called =
                Called.with(
                        home,
                        "{\"id\": \"1\", \"text\": \"fine\"}\n",
                        "tag",
                        "--explain",
                        "--sentiment-engine",
                        "corenlp-linear");
        assertThat(called.exit()).isZero();
        assertThat(called.err()).singleElement().asString().contains("does not explain itself");
        assertThat(json(called.out()).get(0).path("sentiment").has("evidence")).isFalse();
    }

    @Test
    void aLineOfFiveMegabytesAndAHalfCharacterComeThrough() throws JsonProcessingException {
        Called called =
                tag(
                        "{\"id\": \"1\", \"text\": \""
                                + "good ".repeat(1_000_000)
                                + "\"}\n{\"id\": \"2\", \"text\": \"half \\ud83d\"}\n");
        assertThat(called.exit()).isZero();
        List<JsonNode> lines = json(called.out());
        assertThat(lines.get(0).path("text").asText()).hasSize(5_000_000);
        assertThat(lines.get(1).path("text").asText()).isEqualTo("half \uFFFD");
    }

    private Called tag(String input) {
        return Called.with(home, input, "tag");
    }

    private static List<JsonNode> json(List<String> lines) throws JsonProcessingException {
        List<JsonNode> nodes = new ArrayList<>();
        for (String line : lines) {
            nodes.add(new ObjectMapper().readTree(line));
        }
        return nodes;
    }
}
