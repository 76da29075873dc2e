package io.throughline.taggers.adaptive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.domain.tagging.Verbatim;
import io.throughline.model.Sentiment;
import io.throughline.model.SentimentLabel;
import io.throughline.taggers.adaptive.LearningTrial.Labelled;
import io.throughline.taggers.adaptive.LearningTrial.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LearningTrialTest {

    private static final String[] THINGS = {"line", "account", "bill", "order", "ticket"};

    private final LearningTrial trial =
            new LearningTrial(
                    new AdaptiveLearner(
                            new Teacher(
                                    verbatim ->
                                            new Sentiment(
                                                    label(verbatim),
                                                    label(verbatim) == SentimentLabel.NEGATIVE
                                                            ? -0.8
                                                            : 0.8,
                                                    0.85,
                                                    null,
                                                    "teacher",
                                                    "1")),
                            null));

    @Test
    void whatTheTeacherKnowsIsLearntWithoutALabel() {
        Outcome outcome = trial.run(stream(1_000), 300, 0, 1, taught -> {});

        assertThat(outcome.taught()).isEqualTo(300);
        assertThat(outcome.met() + outcome.tried()).isEqualTo(1_000);
        assertThat(outcome.after().accuracy()).isGreaterThan(0.95);
        assertThat(outcome.before().accuracy()).isLessThan(0.9);
        assertThat(outcome.after().macroF1()).isGreaterThan(0.95);
    }

    @Test
    void correctionsAloneTeachToo() {
        Outcome outcome = trial.run(stream(1_000), 0, 300, 1, taught -> {});

        assertThat(outcome.taught()).isZero();
        assertThat(outcome.corrected()).isEqualTo(300);
        assertThat(outcome.after().accuracy()).isGreaterThan(0.95);
    }

    @Test
    void twoTrialsGoTheSameWay() {
        assertThat(trial.run(stream(500), 100, 20, 1, taught -> {}))
                .isEqualTo(trial.run(stream(500), 100, 20, 1, taught -> {}));
    }

    @Test
    void textsMustBeLeftToBeTriedOn() {
        assertThatThrownBy(() -> trial.run(stream(10), 0, 9, 1, taught -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("too few");
    }

    private static List<Labelled> stream(int size) {
        List<Labelled> texts = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Verbatim verbatim =
                    Verbatim.of(
                            "they "
                                    + (i % 2 == 0 ? "zorbed" : "plinked")
                                    + " my "
                                    + THINGS[i % 5]
                                    + " "
                                    + THINGS[i / 5 % 5]);
            texts.add(new Labelled(verbatim, label(verbatim)));
        }
        return texts;
    }

    private static SentimentLabel label(Verbatim verbatim) {
        return verbatim.text().contains("zorbed")
                ? SentimentLabel.NEGATIVE
                : SentimentLabel.POSITIVE;
    }
}
