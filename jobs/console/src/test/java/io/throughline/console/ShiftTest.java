package io.throughline.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.console.LiveView.Movement;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ShiftTest {

    private static final Labels GOOD = new Labels(40, 5, 5, 30);
    private static final Labels BAD = new Labels(40, 30, 5, 5);
    private static final Labels FEW_BAD = new Labels(10, 6, 1, 3);
    private static final Labels FEW_MIXED = new Labels(10, 4, 2, 4);

    @Test
    void aSuddenDropShowsOnItsFirstDay() {
        Shift shift = Shift.find(days(FEW_MIXED, GOOD, GOOD, BAD));

        assertThat(shift.movement()).isEqualTo(Movement.FALLING);
        assertThat(shift.days()).isEqualTo(1);
    }

    @Test
    void aDropInLittleFeedbackShowsOverThreeDays() {
        Shift shift = Shift.find(days(FEW_MIXED, FEW_BAD, BAD, FEW_MIXED));

        assertThat(shift.movement()).isEqualTo(Movement.FALLING);
        assertThat(shift.days()).isEqualTo(3);
        assertThat(shift.recent().n()).isEqualTo(60);
    }

    @Test
    void noChangeIsSteadyAndARiseARise() {
        assertThat(Shift.find(days(GOOD, GOOD, GOOD, GOOD)).movement()).isEqualTo(Movement.STEADY);
        assertThat(Shift.find(days(BAD, BAD, BAD, GOOD)).movement()).isEqualTo(Movement.RISING);
    }

    @Test
    void tooLittleFeedbackIsNoSteadiness() {
        Labels one = new Labels(1, 1, 0, 0);

        assertThat(Shift.find(days(GOOD, GOOD, GOOD, one)).movement()).isEqualTo(Movement.UNKNOWN);
        assertThat(Shift.find(new Labels[0]).movement()).isEqualTo(Movement.UNKNOWN);
        assertThat(Shift.find(new Labels[0]).change()).isNull();
    }

    private static Labels[] days(Labels usual, Labels... last) {
        Labels[] days = new Labels[Span.DAYS];
        Arrays.fill(days, usual);
        System.arraycopy(last, 0, days, days.length - last.length, last.length);
        return days;
    }
}
