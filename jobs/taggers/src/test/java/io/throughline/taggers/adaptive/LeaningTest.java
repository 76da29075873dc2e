package io.throughline.taggers.adaptive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.throughline.domain.learning.SentimentDistribution;
import io.throughline.model.SentimentLabel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeaningTest {

    private static final SentimentDistribution LUKEWARM =
            new SentimentDistribution(0.42, 0.5, 0.08);

    @Test
    void peopleWhoCallTheLukewarmNegativeAreHeard() {
        Leaning leaning = Leaning.of(lukewarm(200, 120));

        assertThat(leaning.of(LUKEWARM).label()).isEqualTo(SentimentLabel.NEGATIVE);
        assertThat(leaning.of(LUKEWARM).negative()).isCloseTo(0.58, within(0.04));
        assertThat(leaning.of(new SentimentDistribution(0.02, 0.08, 0.9)).label())
                .isEqualTo(SentimentLabel.POSITIVE);
    }

    @Test
    void someLabelsMoveItLessThanMany() {
        double few = Leaning.of(lukewarm(20, 12)).of(LUKEWARM).negative();
        double many = Leaning.of(lukewarm(200, 120)).of(LUKEWARM).negative();

        assertThat(few).isBetween(0.43, many - 0.04);
    }

    @Test
    void peopleWhoAgreeWithTheTeacherLeanNowhere() {
        Leaning leaning = Leaning.of(lukewarm(200, 90));

        assertThat(leaning.of(LUKEWARM).negative()).isCloseTo(0.45, within(0.03));
        assertThat(leaning.of(LUKEWARM).label()).isEqualTo(SentimentLabel.NEUTRAL);
    }

    @Test
    void correctionsOfWhatIsWrongAreNoSampleOfTheStream() {
        assertThat(Leaning.of(lukewarm(200, 200))).isSameAs(Leaning.NONE);
        assertThat(Leaning.NONE.of(LUKEWARM).neutral()).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void aHandfulSaysNothing() {
        assertThat(Leaning.of(lukewarm(19, 12))).isSameAs(Leaning.NONE);
        assertThat(Leaning.of(List.of())).isSameAs(Leaning.NONE);
    }

    /** Texts that the teacher finds neutral, of which people find some negative. */
    private static List<Leaning.Pair> lukewarm(int count, int negative) {
        List<Leaning.Pair> pairs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            SentimentLabel label = i < negative ? SentimentLabel.NEGATIVE : SentimentLabel.NEUTRAL;
            pairs.add(new Leaning.Pair(SentimentDistribution.certain(label), LUKEWARM));
        }
        return pairs;
    }
}
