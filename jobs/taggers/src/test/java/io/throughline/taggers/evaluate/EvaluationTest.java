package io.throughline.taggers.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.throughline.domain.tagging.SentimentTagger;
import io.throughline.domain.tagging.StageTagger;
import io.throughline.model.Abstention;
import io.throughline.model.Sentiment;
import io.throughline.model.SentimentLabel;
import io.throughline.model.StageTag;
import io.throughline.model.StageTags;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationTest {

    @TempDir Path directory;

    /** Answers with the first word of the text; abstains on "unsure". */
    private final SentimentTagger sentiment =
            verbatim -> {
                String word = verbatim.text().split(" ")[0];
                return word.equals("unsure")
                        ? Sentiment.abstained(Abstention.UNSURE, "fake", "1")
                        : new Sentiment(
                                SentimentLabel.valueOf(word.toUpperCase(Locale.ROOT)),
                                0,
                                1,
                                null,
                                "fake",
                                "1");
            };

    /** Answers with the last word of the text as the heaviest stage. */
    private final StageTagger stage =
            verbatim -> {
                String word = verbatim.text().replaceAll(".* ", "");
                return new StageTags(
                        List.of(new StageTag(word, 0.7, 1), new StageTag("other", 0.3, 1)),
                        null,
                        "fake",
                        "map",
                        1);
            };

    @Test
    void countsAreThoseOfAHandMadeExample() throws IOException {
        Scores scores =
                run("""
                                text,sentiment
                                negative a,negative
                                negative b,negative
                                positive c,negative
                                positive d,positive
                                neutral e,positive
                                unsure f,positive
                                """)
                        .sentiment();

        assertThat(scores.labelled()).isEqualTo(6);
        assertThat(scores.answered()).isEqualTo(5);
        assertThat(scores.abstained()).isEqualTo(Map.of("unsure", 1L));
        assertThat(scores.coverage()).isCloseTo(5 / 6.0, within(1e-12));
        assertThat(scores.accuracy()).isCloseTo(3 / 5.0, within(1e-12));
        assertThat(scores.accuracyOfAll()).isCloseTo(3 / 6.0, within(1e-12));
        assertThat(scores.labels().get("negative").precision()).isEqualTo(1);
        assertThat(scores.labels().get("negative").recall()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(scores.labels().get("negative").f1()).isCloseTo(0.8, within(1e-12));
        assertThat(scores.labels().get("positive").f1()).isCloseTo(0.5, within(1e-12));
        assertThat(scores.macroF1()).isCloseTo((0.8 + 0.5) / 2, within(1e-12));
        assertThat(scores.confusion().get("negative"))
                .isEqualTo(Map.of("negative", 2L, "positive", 1L));
    }

    @Test
    void toAbstainIsRightWhereFeedbackBelongsToNoStage() throws IOException {
        Path file =
                Files.writeString(
                        directory.resolve("labels.csv"),
                        """
                        text,stage
                        silence,unassigned
                        silence,None
                        claim,unassigned
                        claim,claim
                        silence,claim
                        failure,none
                        """);
        StageTagger tagger =
                verbatim ->
                        switch (verbatim.text()) {
                            case "silence" ->
                                    new StageTags(List.of(), Abstention.UNSURE, "fake", "map", 1);
                            case "failure" -> throw new IllegalStateException("made to fail");
                            default -> stage.tag(verbatim);
                        };

        EvaluationReport report = Evaluation.run(file, null, tagger);

        Scores scores = report.stage();
        assertThat(scores.answered()).isEqualTo(4);
        assertThat(scores.abstained()).isEqualTo(Map.of("unsure", 1L, "failed", 1L));
        assertThat(scores.accuracy()).isCloseTo(3 / 4.0, within(1e-12));
        assertThat(scores.accuracyOfAll()).isCloseTo(3 / 6.0, within(1e-12));
        Scores.LabelScores abstaining = scores.labels().get("unassigned");
        assertThat(abstaining.labelled()).isEqualTo(4);
        assertThat(abstaining.precision()).isCloseTo(2 / 4.0, within(1e-12));
        assertThat(abstaining.recall()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(scores.calibration().bins().get(9).answers()).isEqualTo(2);
        assertThat(scores.calibration().bins().get(0).answers()).isZero();
        assertThat(report.table()).contains("abstaining: precision 0.500, recall 0.667 on 4 rows");
    }

    @Test
    void aBlankCellIsNoLabel() throws IOException {
        EvaluationReport report =
                run(
                        """
                        text,sentiment,stage
                        negative claim,negative,
                        positive claim,,claim
                        neutral nothing,,
                        """);

        assertThat(report.rows()).isEqualTo(3);
        assertThat(report.sentiment().labelled()).isEqualTo(1);
        assertThat(report.stage().labelled()).isEqualTo(1);
        assertThat(report.stage().accuracy()).isEqualTo(1);
    }

    @Test
    void anAbsentColumnIsNotEvaluated() throws IOException {
        EvaluationReport report = run("stage,text\nclaim,late claim\nbilling,late claim\n");

        assertThat(report.sentiment()).isNull();
        assertThat(report.stage().accuracy()).isEqualTo(0.5);
        assertThat(report.stage().confusion().get("billing")).isEqualTo(Map.of("claim", 1L));
    }

    @Test
    void headerAndLabelsMayBeWrittenInAnyCase() throws IOException {
        EvaluationReport report =
                run(
                        "\uFEFFText,SENTIMENT\n\"negative,\nreally\",Negative\n"
                                .replace(",\nreally", " really"));

        assertThat(report.sentiment().accuracy()).isEqualTo(1);
    }

    @Test
    void theReportIsJsonAndATable() throws IOException {
        EvaluationReport report = run("text,sentiment\nnegative a,negative\nneutral b,positive\n");

        JsonNode json = new ObjectMapper().readTree(report.json());
        assertThat(json.at("/sentiment/accuracy").asDouble()).isEqualTo(0.5);
        assertThat(json.at("/sentiment/confusion/positive/neutral").asLong()).isEqualTo(1);
        assertThat(json.has("stage")).isFalse();
        assertThat(report.table())
                .contains("sentiment: accuracy 0.500")
                .contains("negative")
                .doesNotContain("stage:");
    }

    @Test
    void aFileWithoutTheColumnsIsRefusedWithWhatItHas() {
        assertThatThrownBy(() -> run("comment,mood\nx,y\n"))
                .isInstanceOf(LabelFileException.class)
                .hasMessageContaining("'text'")
                .hasMessageContaining("comment, mood");
    }

    @Test
    void anUnknownSentimentIsRefusedWithItsLine() {
        assertThatThrownBy(() -> run("text,sentiment\nnegative a,negative\nb,angry\n"))
                .isInstanceOf(LabelFileException.class)
                .hasMessageContaining(":3:")
                .hasMessageContaining("'angry'");
    }

    @Test
    void aQuoteThatIsNeverClosedIsRefused() {
        assertThatThrownBy(() -> run("text,sentiment\n\"never closed,negative\n"))
                .isInstanceOf(LabelFileException.class)
                .hasMessageContaining("no CSV");
    }

    private EvaluationReport run(String csv) throws IOException {
        Path file = Files.writeString(directory.resolve("labels.csv"), csv);
        return Evaluation.run(file, sentiment, stage);
    }
}
