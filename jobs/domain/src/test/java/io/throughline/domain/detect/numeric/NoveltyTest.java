package io.throughline.domain.detect.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NoveltyTest {

    @Test
    void aValueIsAsNewAsTheMeanDistanceToTheNearestValues() {
        Novelty novelty = new Novelty(new NumericSettings.Span(1, 10), 2);
        novelty.next(1);
        novelty.next(2);
        novelty.next(9);

        // 2 is 2 away, 1 is 3 away
        assertThat(novelty.next(4)).isEqualTo(2.5);
    }

    @Test
    void theFirstValueIsNearNothing() {
        assertThat(new Novelty(new NumericSettings.Span(1, 10), 2).next(7)).isZero();
    }

    @Test
    void aFreakOfThePastExcusesNothing() {
        Novelty novelty = new Novelty(new NumericSettings.Span(1, 100), 3);
        for (int reading = 0; reading < 10; reading++) {
            novelty.next(0);
        }
        novelty.next(60);

        // once 60 and otherwise 0: (0 + 60 + 60) / 3
        assertThat(novelty.next(60)).isEqualTo(40);
    }

    @Test
    void aShapeIsNewWhereItsValuesAreNot() {
        Novelty shapes = new Novelty(new NumericSettings.Span(2, 20), 1);
        Novelty values = new Novelty(new NumericSettings.Span(1, 20), 1);
        double shape = 0;
        double value = 0;
        for (double number : new double[] {0, 1, 0, 1, 0, 1, 1}) {
            shape = shapes.next(number);
            value = values.next(number);
        }

        assertThat(value).isZero();
        assertThat(shape).isCloseTo(1, within(1e-12));
    }

    @Test
    void spansDoNotOverlapTheNewest() {
        Novelty novelty = new Novelty(new NumericSettings.Span(3, 20), 1);
        double found = 0;
        for (int number = 1; number <= 5; number++) {
            found = novelty.next(number);
        }

        // 1, 2, 3 overlaps 3, 4, 5
        assertThat(found).isZero();
        assertThat(novelty.next(6)).isCloseTo(Math.sqrt(27), within(1e-12));
    }

    @Test
    void whatIsTooLongAgoIsForgotten() {
        Novelty novelty = new Novelty(new NumericSettings.Span(1, 3), 1);
        novelty.next(50);
        novelty.next(1);
        novelty.next(1);
        novelty.next(1);

        assertThat(novelty.next(50)).isEqualTo(49);
    }
}
