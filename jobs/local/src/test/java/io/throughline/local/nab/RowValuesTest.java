package io.throughline.local.nab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Values are worked out by hand from 2 / (1 + e^5x) - 1. */
class RowValuesTest {

    private static final double AT_LEFT_EDGE = 0.9866142981514303;

    @Test
    void theLeftEdgeOfAWindowIsWorthOneAndTheRightEdgeAlmostNothing() {
        RowValues values = RowValues.of(Made.series(100, new NabWindow(50, 59)));

        assertThat(values.value()[50]).isEqualTo(1);
        // ten rows wide: the sixth row is at -(59 - 55 + 1) / 10 = -0.5
        assertThat(values.value()[55]).isCloseTo(0.8482836399575129 / AT_LEFT_EDGE, within(1e-12));
        // the last is at -0.1
        assertThat(values.value()[59]).isCloseTo(0.2449186624037092 / AT_LEFT_EDGE, within(1e-12));
    }

    @Test
    void aDetectionAfterAWindowCostsMoreTheFurtherAwayItIs() {
        RowValues values = RowValues.of(Made.series(200, new NabWindow(50, 60)));

        // eleven rows wide: distances are in tens
        assertThat(values.value()[65]).isCloseTo(-0.8482836399575129, within(1e-12));
        assertThat(values.value()[70]).isCloseTo(-AT_LEFT_EDGE, within(1e-12));
        assertThat(values.value()[90]).isGreaterThan(-1);
        assertThat(values.value()[91]).isEqualTo(-1);
    }

    @Test
    void aDetectionBeforeAnyWindowCostsOne() {
        RowValues values = RowValues.of(Made.series(100, new NabWindow(50, 59)));

        assertThat(values.value()[49]).isEqualTo(-1);
        assertThat(values.window()[49]).isEqualTo(RowValues.NONE);
    }

    @Test
    void adjoiningWindowsAreTwo() {
        RowValues values =
                RowValues.of(Made.series(100, new NabWindow(50, 54), new NabWindow(55, 59)));

        assertThat(values.window()[54]).isZero();
        assertThat(values.window()[55]).isEqualTo(1);
        assertThat(values.value()[55]).isEqualTo(1);
    }

    @Test
    void theFirstRowsAreForLearning() {
        int[] windows = RowValues.of(Made.series(101, new NabWindow(10, 20))).window();

        // 15 % of 101 rows are 15 whole ones
        assertThat(windows[14]).isEqualTo(RowValues.PROBATION);
        assertThat(windows[15]).isZero();
    }

    @Test
    void learningEndsAfterSevenHundredAndFiftyRowsOfALongFile() {
        int[] windows = RowValues.of(Made.series(20_000)).window();

        assertThat(windows[749]).isEqualTo(RowValues.PROBATION);
        assertThat(windows[750]).isEqualTo(RowValues.NONE);
    }

    @Test
    void whatComesAfterAWindowOfOneRowIsFarAway() {
        RowValues values = RowValues.of(Made.series(100, new NabWindow(50, 50)));

        assertThat(values.value()[50]).isEqualTo(1);
        assertThat(values.value()[51]).isEqualTo(-1);
    }
}
