package io.throughline.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.console.LiveView.Movement;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShiftTest {

    private static final StageLabels GOOD = web(40, 5, 5, 30);
    private static final StageLabels BAD = web(40, 30, 5, 5);
    private static final StageLabels FEW_BAD = web(10, 6, 1, 3);
    private static final StageLabels FEW_MIXED = web(10, 4, 2, 4);

    @Test
    void aSuddenDropShowsOnItsFirstDay() {
        Shift shift = find(days(FEW_MIXED, GOOD, GOOD, BAD));

        assertThat(shift.movement()).isEqualTo(Movement.FALLING);
        assertThat(shift.days()).isEqualTo(1);
    }

    @Test
    void aDropInLittleFeedbackShowsOverThreeDays() {
        Shift shift = find(days(FEW_MIXED, FEW_BAD, BAD, FEW_MIXED));

        assertThat(shift.movement()).isEqualTo(Movement.FALLING);
        assertThat(shift.days()).isEqualTo(3);
        assertThat(shift.recent().n()).isEqualTo(60);
    }

    @Test
    void noChangeIsSteadyAndARiseARise() {
        assertThat(find(days(GOOD, GOOD, GOOD, GOOD)).movement()).isEqualTo(Movement.STEADY);
        assertThat(find(days(BAD, BAD, BAD, GOOD)).movement()).isEqualTo(Movement.RISING);
    }

    @Test
    void tooLittleFeedbackIsNoSteadiness() {
        StageLabels one = web(1, 1, 0, 0);

        assertThat(find(days(GOOD, GOOD, GOOD, one)).movement()).isEqualTo(Movement.UNKNOWN);
        assertThat(find().movement()).isEqualTo(Movement.UNKNOWN);
        assertThat(find().change()).isNull();
    }

    private static Shift find(StageLabels... days) {
        return Shift.find(days, 0.5);
    }

    private static StageLabels web(long count, long negative, long neutral, long positive) {
        return new StageLabels(Map.of("web", new Labels(count, negative, neutral, positive)));
    }

    private static StageLabels[] days(StageLabels usual, StageLabels... last) {
        StageLabels[] days = new StageLabels[Span.DAYS];
        Arrays.fill(days, usual);
        System.arraycopy(last, 0, days, days.length - last.length, last.length);
        return days;
    }
}
