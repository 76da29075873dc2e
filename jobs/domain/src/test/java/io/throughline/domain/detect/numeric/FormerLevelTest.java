package io.throughline.domain.detect.numeric;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Series are made here: readings every five minutes, a day has 288; all fire at reading 2,000. */
class FormerLevelTest {

    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
    private static final int FIRES = 2_000;
    private static final int SPAN = NumericSettings.DEFAULT.level().length();

    @Test
    void aSpikeIsOverOnceReadingsAreAsTheyWere() {
        assertThat(returned(4_000, at -> daily(at) + (at == FIRES ? 500 : 0)))
                .hasValue(FIRES + SPAN);
        assertThat(returned(4_000, at -> at == FIRES ? 50 : 45.1)).hasValue(FIRES + SPAN);
    }

    @Test
    void aShiftIsOverWhenTheFormerLevelIsBack() {
        int back = 2_600;

        OptionalInt returned =
                returned(4_000, at -> daily(at) + (at >= FIRES && at < back ? 200 : 0));

        assertThat(returned.orElseThrow()).isBetween(back + SPAN / 2, back + 2 * SPAN);
    }

    @Test
    void aShiftThatStaysIsNeverOver() {
        assertThat(returned(8_000, at -> daily(at) + (at >= FIRES ? 200 : 0))).isEmpty();
        assertThat(returned(8_000, at -> at >= FIRES ? 0 : 500 + daily(at))).isEmpty();
    }

    @Test
    void readingsThatSwingAroundTheFormerLevelHaveNotReturned() {
        assertThat(returned(4_000, at -> daily(at) + (at < FIRES ? 0 : at % 2 == 0 ? 300 : -300)))
                .isEmpty();
    }

    @Test
    void silenceIsNoReturn() {
        assertThat(returned(FIRES + SPAN, at -> daily(at) + (at == FIRES ? 500 : 0))).isEmpty();
    }

    /** The first reading with which the series is as it was before it fired. */
    private static OptionalInt returned(int readings, IntToDoubleFunction value) {
        NumericDetector detector = new NumericDetector(NumericSettings.DEFAULT);
        for (int reading = 0; reading <= FIRES; reading++) {
            boolean fires =
                    detector.next(at(reading), value.applyAsDouble(reading)).fires().isPresent();
            assertThat(fires).isEqualTo(reading == FIRES);
        }
        FormerLevel former = detector.former().orElseThrow();
        for (int reading = FIRES + 1; reading < readings; reading++) {
            if (former.returned(at(reading), value.applyAsDouble(reading))) {
                return OptionalInt.of(reading);
            }
        }
        return OptionalInt.empty();
    }

    private static double daily(int reading) {
        return 100 + 40 * Math.sin(2 * Math.PI * reading / 288) + reading * 31 % 17 / 8.0;
    }

    private static Instant at(int reading) {
        return START.plus(Duration.ofMinutes(5L * reading));
    }
}
