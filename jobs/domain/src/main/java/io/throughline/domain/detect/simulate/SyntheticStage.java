package io.throughline.domain.detect.simulate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A stage as it is made up. Times count from {@link #BEGIN}.
 *
 * @param perHour mean of labelled feedback an hour, all channels
 * @param correlation of the labels of feedback of the same hour: its share is drawn from a beta
 *     distribution; 0 for none
 * @param changeAt when the odds of being negative change
 * @param changeUntil when they change back
 * @param oddsRatio by which they change; 1 for not at all
 * @param ramp time over which the change grows to its full size, in log-odds
 * @param mixAt when the mix of channels changes
 * @param dayAndNight whether the volume of the night is a fifth of that of noon
 */
public record SyntheticStage(
        double perHour,
        List<SyntheticChannel> channels,
        double correlation,
        Duration changeAt,
        Duration changeUntil,
        double oddsRatio,
        Duration ramp,
        Duration mixAt,
        boolean dayAndNight) {

    /** A Monday. */
    public static final Instant BEGIN = Instant.parse("2024-01-01T00:00:00Z");

    /** Later than anything. */
    public static final Duration NEVER = Duration.ofDays(100_000);

    public SyntheticStage {
        channels = List.copyOf(channels);
        Objects.requireNonNull(changeAt, "changeAt");
        Objects.requireNonNull(changeUntil, "changeUntil");
        Objects.requireNonNull(ramp, "ramp");
        Objects.requireNonNull(mixAt, "mixAt");
    }

    /** One channel with a negative share that never changes. */
    public static SyntheticStage steady(double perHour, double negative) {
        return new SyntheticStage(
                perHour,
                List.of(new SyntheticChannel("web", 1, 1, negative)),
                0,
                NEVER,
                NEVER,
                1,
                Duration.ZERO,
                NEVER,
                false);
    }

    /** The same with labels of an hour that hang together. */
    public SyntheticStage withCorrelation(double next) {
        return new SyntheticStage(
                perHour,
                channels,
                next,
                changeAt,
                changeUntil,
                oddsRatio,
                ramp,
                mixAt,
                dayAndNight);
    }

    /** The same with a change. */
    public SyntheticStage withChange(Duration at, Duration until, double ratio, Duration growing) {
        return new SyntheticStage(
                perHour, channels, correlation, at, until, ratio, growing, mixAt, dayAndNight);
    }

    /** The same with other channels, whose parts change at a time. */
    public SyntheticStage withChannels(List<SyntheticChannel> next, Duration mixChangesAt) {
        return new SyntheticStage(
                perHour,
                next,
                correlation,
                changeAt,
                changeUntil,
                oddsRatio,
                ramp,
                mixChangesAt,
                dayAndNight);
    }

    /** The same with quiet nights. */
    public SyntheticStage withNights() {
        return new SyntheticStage(
                perHour,
                channels,
                correlation,
                changeAt,
                changeUntil,
                oddsRatio,
                ramp,
                mixAt,
                true);
    }
}
