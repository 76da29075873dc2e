package io.throughline.taggers.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class BootstrapTest {

    @Test
    void theIntervalOfAnAccuracyIsAboutTheBinomialOne() {
        List<Answer> answers = answers(800, 200);
        Interval interval = new Bootstrap(Matrix.of(answers), answers).accuracy();

        // 1.96 * sqrt(.8 * .2 / 1000) = .0248
        assertThat(interval.low()).isCloseTo(0.8 - 0.0248, within(0.006));
        assertThat(interval.high()).isCloseTo(0.8 + 0.0248, within(0.006));
    }

    @Test
    void theSameAnswersGiveTheSameInterval() {
        List<Answer> answers = answers(30, 10);
        Matrix matrix = Matrix.of(answers);

        assertThat(new Bootstrap(matrix, answers).macroF1())
                .isEqualTo(new Bootstrap(matrix, answers).macroF1());
    }

    @Test
    void withoutAMissThereIsNothingToDoubt() {
        List<Answer> answers = answers(25, 0);

        assertThat(new Bootstrap(Matrix.of(answers), answers).accuracy())
                .isEqualTo(new Interval(1, 1));
    }

    private static List<Answer> answers(int right, int wrong) {
        List<Answer> answers = new ArrayList<>();
        answers.addAll(Collections.nCopies(right, Answers.right(0.5)));
        answers.addAll(Collections.nCopies(wrong, Answers.wrong(0.5)));
        return answers;
    }
}
