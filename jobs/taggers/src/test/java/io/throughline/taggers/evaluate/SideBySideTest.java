package io.throughline.taggers.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.throughline.domain.tagging.EngineUnavailableException;
import io.throughline.domain.tagging.SentimentEngine;
import io.throughline.domain.tagging.SentimentTagger;
import io.throughline.domain.tagging.TrainedModel;
import io.throughline.domain.tagging.TrainingSource;
import io.throughline.domain.tagging.Verbatim;
import io.throughline.model.Hashes;
import io.throughline.model.Sentiment;
import io.throughline.model.SentimentLabel;
import io.throughline.taggers.evaluate.EvaluationOptions.Languages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SideBySideTest {

    private static final String TWEETS = "text,sentiment\na,negative\nb,positive\nc,positive\n";
    private static final String REVIEWS = "text,sentiment\nd,positive\n";

    @TempDir Path directory;

    private static final SentimentTagger POSITIVE = verbatim -> answer(SentimentLabel.POSITIVE);
    private static final SentimentTagger NEGATIVE = verbatim -> answer(SentimentLabel.NEGATIVE);

    @Test
    void eachEngineHasScoresByDomainAndTheFirstStandsForAll() throws IOException {
        EvaluationReport report =
                run(
                        EvaluationOptions.DEFAULTS,
                        Contestant.of("bright", POSITIVE),
                        Contestant.of("dark", NEGATIVE));

        assertThat(report.rows()).isEqualTo(4);
        assertThat(report.sentiment().accuracy()).isEqualTo(0.75);
        assertThat(report.engines())
                .extracting(EngineReport::engine)
                .containsExactly("bright", "dark");
        assertThat(report.engines().get(1).domains().get("tweets").accuracy()).isEqualTo(1 / 3.0);
        assertThat(report.engines().get(1).domains().get("reviews").accuracy()).isZero();
        assertThat(report.table()).contains("bright").contains("reviews").contains("0.750");
    }

    @Test
    void anEngineWithoutItsModelsIsARowThatSaysSo() throws IOException {
        EvaluationReport report =
                run(
                        EvaluationOptions.DEFAULTS,
                        Contestant.load(engine("gone", null)),
                        Contestant.load(engine("here", POSITIVE)));

        assertThat(report.engines().get(0).unavailable()).contains("get the models");
        assertThat(report.engines().get(0).all()).isNull();
        assertThat(report.sentiment().accuracy()).isEqualTo(0.75);
        assertThat(report.table()).contains("gone took no part: get the models");
    }

    @Test
    void aTaggerThatThrowsIsCountedAndSaid() throws IOException {
        SentimentTagger broken =
                verbatim -> {
                    if (verbatim.text().equals("b")) {
                        throw new ArithmeticException("by zero");
                    }
                    return answer(SentimentLabel.POSITIVE);
                };
        EvaluationReport report = run(EvaluationOptions.DEFAULTS, Contestant.of("broken", broken));

        assertThat(report.sentiment().abstained()).containsEntry("failed", 1L);
        assertThat(report.sentiment().answered()).isEqualTo(3);
        assertThat(report.warnings()).singleElement().asString().contains("ArithmeticException");
    }

    @Test
    void whatAModelLearntFromIsToldAndAFileAmongItIsWarnedOf() throws IOException {
        EvaluationReport report =
                run(
                        EvaluationOptions.DEFAULTS,
                        Contestant.of("trained", new Trained(Hashes.sha256(TWEETS))));

        assertThat(report.engines().get(0).trainedOn().get(0).id()).isEqualTo("old-tweets");
        assertThat(report.engines().get(0).model()).isEqualTo("trained-7");
        assertThat(report.warnings())
                .singleElement()
                .asString()
                .contains("tweets.csv")
                .contains("trained-7");
        assertThat(report.table()).contains("old-tweets (12)").contains("Warning: ");
    }

    @Test
    void threadsChangeNoFigureButSpeed() throws IOException {
        EvaluationOptions four = new EvaluationOptions(Long.MAX_VALUE, 4, Languages.AS_LABELLED);

        assertThat(run(four, Contestant.of("a", POSITIVE)).sentiment())
                .isEqualTo(
                        run(EvaluationOptions.DEFAULTS, Contestant.of("a", POSITIVE)).sentiment());
    }

    @Test
    void aLimitSpreadsOverTheFile() throws IOException {
        List<String> seen = new ArrayList<>();
        SentimentTagger listening =
                verbatim -> {
                    seen.add(verbatim.text());
                    return answer(SentimentLabel.POSITIVE);
                };
        EvaluationReport report =
                run(
                        new EvaluationOptions(2, 1, Languages.AS_LABELLED),
                        Contestant.of("a", listening));

        assertThat(seen).containsExactly("a", "c", "d");
        assertThat(report.files().get(0).rows()).isEqualTo(3);
        assertThat(report.files().get(0).taken()).isEqualTo(2);
    }

    @Test
    void languagesAreDetectedOnlyWhenAskedFor() throws IOException {
        List<String> languages = new ArrayList<>();
        SentimentTagger listening =
                verbatim -> {
                    languages.add(String.valueOf(verbatim.language()));
                    return answer(SentimentLabel.POSITIVE);
                };
        Path file =
                Files.writeString(
                        directory.resolve("french.csv"),
                        "text,sentiment\n"
                                + "Le service est très lent et personne ne répond jamais au"
                                + " téléphone,negative\n");
        for (Languages how : Languages.values()) {
            Evaluation.run(
                    LabelSet.check(List.of(file)),
                    List.of(Contestant.of("a", listening)),
                    new EvaluationOptions(Long.MAX_VALUE, 1, how),
                    EvaluationProgress.NONE);
        }

        assertThat(languages).containsExactly("null", "fr");
    }

    @Test
    void progressEndsWithEverythingDone() throws IOException {
        List<Long> done = new ArrayList<>();
        Evaluation.run(
                set(),
                List.of(Contestant.of("a", POSITIVE), Contestant.of("b", POSITIVE)),
                EvaluationOptions.DEFAULTS,
                (engine, some, total) -> {
                    assertThat(total).isEqualTo(8);
                    done.add(some);
                });

        assertThat(done).isSorted().last().isEqualTo(8L);
    }

    @Test
    void theJsonHasTheOldFieldsAndTheNew() throws IOException {
        JsonNode json =
                new ObjectMapper()
                        .readTree(
                                run(EvaluationOptions.DEFAULTS, Contestant.of("a", POSITIVE))
                                        .json());

        assertThat(json.at("/sentiment/confusion/negative/positive").asLong()).isEqualTo(1);
        assertThat(json.at("/sentiment/accuracyInterval/low").isNumber()).isTrue();
        assertThat(json.at("/sentiment/calibration/bins")).hasSize(10);
        assertThat(json.at("/sentiment/coverageCurve/0/coverage").asDouble()).isEqualTo(1);
        assertThat(json.at("/engines/0/domains/tweets/macroF1").isNumber()).isTrue();
        assertThat(json.at("/engines/0/speed/recordsPerCpuSecond").isNumber()).isTrue();
        assertThat(json.at("/files/0/sha256").asText()).isEqualTo(Hashes.sha256(TWEETS));
    }

    private LabelSet set() throws IOException {
        return LabelSet.check(
                List.of(
                        Files.writeString(directory.resolve("tweets.csv"), TWEETS),
                        Files.writeString(directory.resolve("reviews.csv"), REVIEWS)));
    }

    private EvaluationReport run(EvaluationOptions options, Contestant... contestants)
            throws IOException {
        return Evaluation.run(set(), List.of(contestants), options, EvaluationProgress.NONE);
    }

    private static Sentiment answer(SentimentLabel label) {
        return new Sentiment(label, 0, 0.9, null, "fake", "1");
    }

    private static SentimentEngine engine(String id, SentimentTagger tagger) {
        return new SentimentEngine() {
            @Override
            public String id() {
                return id;
            }

            @Override
            public SentimentTagger tagger() {
                if (tagger == null) {
                    throw new EngineUnavailableException("get the models");
                }
                return tagger;
            }
        };
    }

    private record Trained(String sha256) implements SentimentTagger, TrainedModel {

        @Override
        public Sentiment tag(Verbatim verbatim) {
            return answer(SentimentLabel.POSITIVE);
        }

        @Override
        public String model() {
            return "trained-7";
        }

        @Override
        public List<TrainingSource> trainedOn() {
            return List.of(new TrainingSource("old-tweets", "MIT", sha256, 12));
        }
    }
}
