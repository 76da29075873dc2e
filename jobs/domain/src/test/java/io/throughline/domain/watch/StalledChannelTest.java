package io.throughline.domain.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.alert.DataFault;
import io.throughline.alert.DataFault.Kind;
import io.throughline.domain.rollup.Change;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongToIntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a channel is said to be stalled, and how soon. */
class StalledChannelTest {

    private static final int DAY = 24;
    private static final int LEARNED = 60 * DAY;
    private static final int[] A_DAY = {14, 11, 17, 9, 13, 20, 12, 8, 15};

    private final DataHealthWatch health = new DataHealthWatch(Feed.JOURNEY);
    private final List<DataFault> faults = new ArrayList<>();
    private final List<Long> hoursSaid = new ArrayList<>();
    private int serial;

    @ParameterizedTest
    @CsvSource({"10, 2", "2, 8", "1, 24"})
    void anOutageIsSaidWithinHours(double anHour, int latest) {
        SplittableRandom random = new SplittableRandom(3);
        play(LEARNED + 2 * DAY, hour -> hour < LEARNED ? poisson(anHour, random) : 0);

        int first = (int) hoursSaid.stream().filter(hour -> hour <= LEARNED).count();
        assertThat(hoursSaid.get(first)).isLessThanOrEqualTo(LEARNED + latest);
        DataFault said = faults.get(first);
        assertThat(said.channel()).isEqualTo("web");
        assertThat(said.detail()).matches("[0-3] came where [0-9]+ were due");
    }

    @Test
    void aChannelOfWhichLessThanFiveAreMissingInADayIsNotStalled() {
        SplittableRandom random = new SplittableRandom(5);
        play(LEARNED + 10 * DAY, hour -> hour < LEARNED ? poisson(0.15, random) : 0);

        assertThat(faults).isEmpty();
    }

    @Test
    void midnightsThatMoveToAnotherHourAreNoStall() {
        play(LEARNED + 30 * DAY, hour -> dated(hour, hour < LEARNED ? 22 : 23));

        assertThat(faults).isEmpty();
    }

    @Test
    void datesWithoutTimesAreJudgedByTheDayTwelveHoursAfterMidnight() {
        play(LEARNED + 3 * DAY, hour -> hour < LEARNED ? dated(hour, 22) : 0);

        long firstMissing = LEARNED + 22L;
        assertThat(hoursSaid).first().isEqualTo(firstMissing + 12);
        assertThat(faults.get(0).from())
                .isAfterOrEqualTo(Feed.at((LEARNED - 1) / (double) DAY))
                .isBeforeOrEqualTo(Feed.at(firstMissing / (double) DAY));
    }

    @Test
    void datesThatComeAgainEndTheStall() {
        play(LEARNED + 9 * DAY, hour -> hour / DAY == 60 ? 0 : dated(hour, 22));

        assertThat(faults).hasSize(2);
        assertThat(faults.get(1).until()).isBefore(Feed.at(64));
    }

    private static int dated(long hour, int midnight) {
        return hour % DAY == midnight ? A_DAY[(int) (hour / DAY) % A_DAY.length] : 0;
    }

    private void play(int hours, LongToIntFunction count) {
        for (int hour = 0; hour < hours; hour++) {
            long minute = Feed.minute(0) + hour * 60L;
            int came = count.applyAsInt(hour);
            for (int i = 0; i < came; i++) {
                String id = "s" + serial++;
                health.apply(
                        new Change(
                                Feed.contribution(
                                        Feed.STAGE, "web", minute, serial % 3, id, id, "m1", 0),
                                Change.ADD));
            }
            Instant end = Instant.ofEpochSecond((minute + 60) * 60);
            for (DataFault fault : health.advance(end)) {
                if (fault.kind() == Kind.CHANNEL_STALLED) {
                    faults.add(fault);
                    hoursSaid.add(hour + 1L);
                }
            }
        }
    }

    /** By counting exponential gaps. */
    private static int poisson(double mean, SplittableRandom random) {
        int count = -1;
        for (double sum = 0; sum <= mean; count++) {
            sum -= Math.log(1 - random.nextDouble());
        }
        return count;
    }
}
