package io.throughline.nlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.throughline.model.Sentiment;
import io.throughline.model.SentimentLabel;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeelingTest {

    private static final Feeling SMALL_TALK = new Feeling(0.15, 0.7, 0.15);
    private static final Feeling ANGRY = new Feeling(0.9, 0.08, 0.02);

    @Test
    void smallTalkDoesNotWaterDownTheTurnThatSaysIt() {
        Feeling all =
                Feeling.rollUp(List.of(SMALL_TALK, SMALL_TALK, SMALL_TALK, ANGRY, SMALL_TALK));

        assertThat(all.label()).isEqualTo(SentimentLabel.NEGATIVE);
        assertThat(all.negative() + all.neutral() + all.positive()).isCloseTo(1, within(1e-12));
    }

    @Test
    void oneTurnIsItself() {
        Feeling one = Feeling.rollUp(List.of(ANGRY));

        assertThat(one.score()).isCloseTo(ANGRY.score(), within(1e-12));
        assertThat(one.confidence()).isCloseTo(0.9, within(1e-12));
    }

    @Test
    void onlySmallTalkIsNeutral() {
        assertThat(Feeling.rollUp(List.of(SMALL_TALK, SMALL_TALK)).label())
                .isEqualTo(SentimentLabel.NEUTRAL);
    }

    @Test
    void theAnswerIsScoreAndProbabilityOfTheLabel() {
        Sentiment sentiment = ANGRY.sentiment("engine", "model");

        assertThat(sentiment.label()).isEqualTo(SentimentLabel.NEGATIVE);
        assertThat(sentiment.score()).isCloseTo(-0.88, within(1e-12));
        assertThat(sentiment.confidence()).isCloseTo(0.9, within(1e-12));
    }

    @Test
    void nothingCannotBeRolledUp() {
        assertThatThrownBy(() -> Feeling.rollUp(List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
