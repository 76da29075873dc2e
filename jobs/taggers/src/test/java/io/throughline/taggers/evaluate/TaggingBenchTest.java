package io.throughline.taggers.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.domain.tagging.SentimentTagger;
import io.throughline.domain.tagging.TrainedModel;
import io.throughline.domain.tagging.TrainingSource;
import io.throughline.domain.tagging.Verbatim;
import io.throughline.model.Sentiment;
import io.throughline.model.SentimentLabel;
import io.throughline.taggers.evaluate.Trial.Knowledge;
import io.throughline.yaml.YamlException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TaggingBenchTest {

    private static final String SETS =
            """
            apiVersion: throughline/v1
            sets:
              - source:
                  id: notes
                  file: notes.csv
                  licence: CC0
                  text: [title, body]
                  label: { column: mood, values: { negative: [bad], positive: [good] } }
              - encoding: ISO-8859-1
                minus: "2"
                group: strengths
                source:
                  id: strong
                  file: strong.txt
                  licence: CC0
                  format: tsv
                  text: ["3"]
                  label: { column: "1", negative: { max: -1 }, neutral: { min: 0, max: 0 }, positive: { min: 1 } }
            targets:
              - { group: notes, accuracy: 0.9 }
              - { group: strengths, accuracy: 0.9, rulesMayWin: true }
            """;

    @TempDir Path data;

    private Path sets;

    @BeforeEach
    void files() throws IOException {
        sets = Files.writeString(data.resolve("sets.yaml"), SETS);
        Files.writeString(
                data.resolve("notes.csv"),
                "title,body,mood\nBad,day,bad\nGood,\"day, really\",good\nOdd,row,unlabelled\n");
        Files.write(
                data.resolve("strong.txt"),
                "mean pos\tmean neg\ttext\n3\t1\tgood caf\u00e9\n1\t4\tbad\n2\t2\tgood or bad\n"
                        .getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void rowsGetLabelsByTheRulesOfTheirSet() throws IOException {
        BenchPlan plan = BenchPlan.read(sets);
        BenchSetReader reader = new BenchSetReader(data);

        assertThat(reader.read(plan.sets().get(0)))
                .extracting(LabelRow::sentiment)
                .containsExactly("negative", "positive");
        List<LabelRow> strengths = reader.read(plan.sets().get(1));
        assertThat(strengths)
                .extracting(LabelRow::sentiment)
                .containsExactly("positive", "negative", "neutral");
        assertThat(strengths.get(0).verbatim().text()).isEqualTo("good caf\u00e9");
        assertThat(strengths.get(0).domain()).isEqualTo("strengths");
    }

    @Test
    void aModelThatLearntFromASetIsTrainedAnewWithoutIt() throws IOException {
        List<String> asked = new ArrayList<>();
        Retraining retraining =
                (engine, without) -> {
                    asked.add(engine + " without " + without);
                    return Optional.of(new Fake("fresh", Set.of()));
                };
        BenchReport report = run(retraining, new Fake("shipped", Set.of("notes")));

        assertThat(asked).containsExactly("one without [notes]");
        assertThat(report.trials())
                .extracting(Trial::knowledge)
                .containsExactly(Knowledge.LEFT_OUT, Knowledge.UNSEEN);
        assertThat(report.trials()).extracting(Trial::model).containsExactly("fresh", "shipped");
        assertThat(report.promises()).extracting(Promise::what).contains("one on notes: accuracy");
    }

    @Test
    void aModelThatKnowsASetKeepsNoPromiseOnIt() throws IOException {
        BenchReport report = run(Retraining.NONE, new Fake("shipped", Set.of("notes")));

        assertThat(report.trials().get(0).knowledge()).isEqualTo(Knowledge.SEEN);
        assertThat(report.promises())
                .extracting(Promise::what)
                .containsExactly("one on strengths: accuracy");
        assertThat(report.table()).contains("LEARNT FROM THE SET");
    }

    @Test
    void promisesAreMetOrMissed() throws IOException {
        BenchReport report = run(Retraining.NONE, new Fake("shipped", Set.of()));

        assertThat(report.promises())
                .containsExactly(
                        new Promise("one on notes: accuracy", ".900", "1.000", true),
                        new Promise("one on strengths: accuracy", ".900", ".667", false));
        assertThat(report.table()).contains("1 of 2 met");
        assertThat(BenchPage.html(report)).contains("1 of 2 promises are met");
        assertThat(report.json()).contains("\"timesAsFast\"");
    }

    @Test
    void aSetWithoutItsFileIsNamedAndTheOthersGoOn() throws IOException {
        Files.delete(data.resolve("notes.csv"));
        BenchReport report = run(Retraining.NONE, new Fake("shipped", Set.of()));

        assertThat(report.missing()).containsExactly("notes (notes.csv)");
        assertThat(report.trials()).extracting(Trial::set).containsExactly("strong");
    }

    @Test
    void anotherFileThanTheOneThatIsMeantIsRefused() throws IOException {
        Files.writeString(
                sets, SETS.replaceFirst("licence: CC0\n", "licence: CC0\n      sha256: \"00\"\n"));

        assertThatThrownBy(() -> run(Retraining.NONE, new Fake("shipped", Set.of())))
                .isInstanceOf(LabelFileException.class)
                .hasMessageContaining("is not the file that is meant");
    }

    @Test
    void theShippedPlanIsRightAndATargetOfNoSetIsAMistake() throws IOException {
        assertThat(BenchPlan.shipped().sets()).hasSizeGreaterThanOrEqualTo(7);
        assertThat(BenchPlan.shipped().targets()).containsKeys("airline-tweets", "uci");
        assertThatThrownBy(() -> BenchPlan.parse("s", SETS.replace("group: notes", "group: x")))
                .isInstanceOf(YamlException.class)
                .hasMessageContaining("no set is of the group 'x'");
    }

    private BenchReport run(Retraining retraining, SentimentTagger tagger) throws IOException {
        return new TaggingBench(
                        data,
                        sets,
                        retraining,
                        new BenchOptions(
                                "one",
                                Long.MAX_VALUE,
                                1,
                                Duration.ofMillis(1),
                                Duration.ofMillis(1)),
                        EvaluationProgress.NONE)
                .run(List.of(Contestant.of("one", tagger)));
    }

    /** Positive when the text begins with good, else negative. */
    private record Fake(String model, Set<String> seen) implements SentimentTagger, TrainedModel {

        @Override
        public Sentiment tag(Verbatim verbatim) {
            boolean good = verbatim.text().toLowerCase(Locale.ROOT).startsWith("good");
            return new Sentiment(
                    good ? SentimentLabel.POSITIVE : SentimentLabel.NEGATIVE,
                    0,
                    0.9,
                    null,
                    "one",
                    model);
        }

        @Override
        public List<TrainingSource> trainedOn() {
            return seen.stream().map(id -> new TrainingSource(id, null, null, 0)).toList();
        }
    }
}
