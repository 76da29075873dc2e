package io.throughline.taggers.teacher;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.domain.learning.SentimentDistribution;
import io.throughline.model.Rating;
import io.throughline.model.SentimentLabel;
import org.junit.jupiter.api.Test;

class RatingsTest {

    private static final SentimentDistribution FINE = new SentimentDistribution(0.2, 0.4, 0.4);
    private static final SentimentDistribution AWFUL = new SentimentDistribution(0.96, 0.03, 0.01);

    @Test
    void aRatingDecidesWhereTheTextSaysLittle() {
        assertThat(Ratings.with(FINE, stars(1)).label()).isEqualTo(SentimentLabel.NEGATIVE);
        assertThat(Ratings.with(FINE, stars(5)).label()).isEqualTo(SentimentLabel.POSITIVE);
    }

    @Test
    void aTextThatIsPlainStandsAgainstTheWrongEndOfTheScale() {
        assertThat(Ratings.with(AWFUL, stars(5)).label()).isEqualTo(SentimentLabel.NEGATIVE);
        assertThat(Ratings.with(AWFUL, stars(5)).confidence()).isLessThan(0.95);
    }

    @Test
    void theMiddleOfTheScaleAndNoRatingChangeNothing() {
        assertThat(Ratings.with(FINE, stars(3))).isEqualTo(FINE);
        assertThat(Ratings.with(FINE, null)).isEqualTo(FINE);
    }

    private static Rating stars(int stars) {
        return new Rating(stars, 1, 5);
    }
}
