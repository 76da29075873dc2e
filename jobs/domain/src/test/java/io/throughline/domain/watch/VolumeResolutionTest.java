package io.throughline.domain.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.alert.AlertRules;
import io.throughline.alert.Direction;
import io.throughline.domain.detect.Finding;
import io.throughline.domain.detect.Phase;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class VolumeResolutionTest {

    private static final long FIRST = 490_008;
    private static final int DAY = 24;
    private static final int QUIET_DAYS = 45;
    private static final int RUNS = 9;
    private static final AlertRules RULES = AlertRules.DEFAULT;

    /** How feedback of a day of the made-up stages comes, around the mean. */
    private enum Days {
        /** By chance alone. */
        EVEN,
        /** Each day has a rate of its own, by a third up or down. */
        LOUD_AND_QUIET,
        /** Four times as much on one day in eight, as after a mailing. */
        BURSTS;

        double rate(SplittableRandom random) {
            return switch (this) {
                case EVEN -> 1;
                case LOUD_AND_QUIET -> gamma(random, 9);
                case BURSTS -> (random.nextInt(8) == 0 ? 4 : 1) * 8 / 11.0;
            };
        }
    }

    /** What was said when it fired, and the hours that it took. */
    private record Took(long said, long hours) {}

    @ParameterizedTest
    @EnumSource
    void aSurgeTakesAboutAsLongAsIsSaid(Days days) {
        for (double aDay : new double[] {6, 90}) {
            saidIsNear(days, aDay, days == Days.BURSTS ? 12 : 4);
        }
    }

    @ParameterizedTest
    @EnumSource(names = "BURSTS", mode = EnumSource.Mode.EXCLUDE)
    void aCollapseTakesAboutAsLongAsIsSaid(Days days) {
        saidIsNear(days, 300, 0.02);
    }

    private static void saidIsNear(Days days, double aDay, double factor) {
        Took[] runs =
                IntStream.range(0, RUNS)
                        .mapToObj(seed -> run(days, aDay, factor, seed))
                        .flatMap(Optional::stream)
                        .toArray(Took[]::new);
        assertThat(runs).as("runs in which it fired").hasSizeGreaterThan(RUNS / 2);
        double said = median(Arrays.stream(runs).mapToLong(Took::said).toArray());
        double hours = median(Arrays.stream(runs).mapToLong(Took::hours).toArray());
        assertThat(said)
                .as("%s, %s a day: said %s h, took %s h", days, aDay, said, hours)
                .isBetween(hours / 2, hours * 2);
    }

    private static Optional<Took> run(Days days, double aDay, double factor, int seed) {
        SplittableRandom random = new SplittableRandom(4711L + 7919L * seed);
        VolumeDetector detector = new VolumeDetector(RULES);
        long fired = -1;
        long said = 0;
        double rate = 0;
        for (long hour = 0; fired < 0 || hour < fired + 120 * DAY; hour++) {
            if (hour % DAY == 0) {
                rate = aDay / DAY * days.rate(random);
            }
            boolean off = fired < 0 && hour >= QUIET_DAYS * DAY;
            int count = poisson(random, off ? factor * rate : rate);
            if (count > 0) {
                detector.add(FIRST + hour, "web", count);
            }
            Phase phase = detector.end(FIRST + hour).map(Finding::phase).orElse(Phase.QUIET);
            if (hour > (QUIET_DAYS + 9) * DAY && off) {
                return Optional.empty();
            }
            if (phase == Phase.FIRES && !off) {
                detector.end();
            } else if (phase == Phase.FIRES) {
                fired = hour;
                said = detector.hoursAsUsual(FIRST + hour + 1, VolumeResolution.MOST_HOURS);
            } else if (phase == Phase.RECOVERED) {
                return Optional.of(new Took(said, hour - fired));
            }
        }
        return Optional.of(new Took(said, 120 * DAY));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "72 | 1   | 'about 72 a day, for about an hour,'",
                "72 | 47  | 'about 72 a day, for about 47 hours,'",
                "72 | 48  | 'about 72 a day, for about 2 days,'",
                "3  | 290 | 'about 3.0 a day, for about 12 days,'",
                "0.8 | 290 | 'about 5.6 a week, for about 12 days,'"
            })
    void itSpeaksOfDaysFromTwoOn(double perDay, long hours, String said) {
        assertThat(VolumeResolution.of(Direction.VOLUME_SURGE, perDay, hours, RULES))
                .isEqualTo(
                        "Ends when feedback comes as usual, "
                                + said
                                + " or when somebody accepts the new level.");
    }

    @Test
    void whereSilenceComesFirstItSaysSo() {
        assertThat(VolumeResolution.of(Direction.VOLUME_SURGE, 0.02, 4000, RULES))
                .isEqualTo(
                        "Ends when no feedback comes for 7 days: what is usual here, less than one"
                                + " a week, is too little to show a return before. Or when somebody"
                                + " accepts the new level.");
        assertThat(VolumeResolution.of(Direction.VOLUME_COLLAPSE, 0.02, 4000, RULES))
                .as("silence does not end a collapse")
                .contains("for about 167 days");
        assertThat(
                        VolumeResolution.of(
                                Direction.VOLUME_COLLAPSE, 20, VolumeResolution.MOST_HOURS, RULES))
                .contains("for more than a year");
    }

    private static double median(long[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    /** Mean 1, the variance one by the shape. */
    private static double gamma(SplittableRandom random, int shape) {
        double sum = 0;
        for (int i = 0; i < shape; i++) {
            sum -= Math.log(1 - random.nextDouble());
        }
        return sum / shape;
    }

    /** Times between independent arrivals, until an hour is full. */
    private static int poisson(SplittableRandom random, double mean) {
        int count = 0;
        double sum = -Math.log(1 - random.nextDouble());
        while (sum < mean) {
            count++;
            sum -= Math.log(1 - random.nextDouble());
        }
        return count;
    }
}
