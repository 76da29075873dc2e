package io.throughline.taggers.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoveragePointTest {

    @Test
    void theSurestHalfIsMoreAccurateWhenConfidenceTellsRightFromWrong() {
        List<CoveragePoint> curve =
                CoveragePoint.curve(
                        List.of(
                                Answers.wrong(0.4),
                                Answers.right(0.9),
                                Answers.wrong(0.5),
                                Answers.right(0.8)));

        assertThat(curve.get(0)).isEqualTo(new CoveragePoint(1, 0.5, 0.4));
        assertThat(curve).contains(new CoveragePoint(0.5, 1, 0.8));
    }

    @Test
    void itBeginsAtWhatWasAnsweredAndSharesAreOfAllRows() {
        List<CoveragePoint> curve =
                CoveragePoint.curve(
                        List.of(
                                Answers.right(0.9),
                                Answers.wrong(0.8),
                                Answers.right(0.7),
                                Answers.silent()));

        assertThat(curve.get(0).coverage()).isEqualTo(0.75);
        assertThat(curve.get(0).accuracy()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(curve).extracting(CoveragePoint::coverage).contains(0.5, 0.25);
    }

    @Test
    void equalConfidencesGiveTheSameCurveInAnyOrder() {
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            answers.add(i < 4 ? Answers.wrong(0.7) : Answers.right(0.7));
        }
        List<CoveragePoint> one = CoveragePoint.curve(answers);
        Collections.reverse(answers);

        assertThat(CoveragePoint.curve(answers)).isEqualTo(one);
        assertThat(one)
                .allSatisfy(point -> assertThat(point.accuracy()).isCloseTo(0.6, within(1e-12)));
    }

    @Test
    void withoutAnAnswerThereIsNoCurve() {
        assertThat(CoveragePoint.curve(List.of(Answers.silent()))).isEmpty();
    }
}
