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
 * @param mixEvery time after which it changes back, and then again and again
 * @param shareCycle how far the log-odds of being negative swing with the hour of the week
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
        Duration mixEvery,
        double shareCycle,
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
        Objects.requireNonNull(mixEvery, "mixEvery");
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
                NEVER,
                0,
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
                mixEvery,
                shareCycle,
                dayAndNight);
    }

    /** The same with a change. */
    public SyntheticStage withChange(Duration at, Duration until, double ratio, Duration growing) {
        return new SyntheticStage(
                perHour,
                channels,
                correlation,
                at,
                until,
                ratio,
                growing,
                mixAt,
                mixEvery,
                shareCycle,
                dayAndNight);
    }

    /** The same with other channels, whose parts change at a time, for good. */
    public SyntheticStage withChannels(List<SyntheticChannel> next, Duration mixChangesAt) {
        return withChannels(next, mixChangesAt, NEVER);
    }

    /** The same with other channels, whose parts change back and forth from a time on. */
    public SyntheticStage withChannels(
            List<SyntheticChannel> next, Duration mixChangesAt, Duration every) {
        return new SyntheticStage(
                perHour,
                next,
                correlation,
                changeAt,
                changeUntil,
                oddsRatio,
                ramp,
                mixChangesAt,
                every,
                shareCycle,
                dayAndNight);
    }

    /** The same with a negative share that swings with the hour of the day and of the week. */
    public SyntheticStage withShareCycle(double logOdds) {
        return new SyntheticStage(
                perHour,
                channels,
                correlation,
                changeAt,
                changeUntil,
                oddsRatio,
                ramp,
                mixAt,
                mixEvery,
                logOdds,
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
                mixEvery,
                shareCycle,
                true);
    }

    /** Part of a channel at a time, in seconds since the begin. */
    double part(SyntheticChannel channel, long second) {
        long since = second - mixAt.toSeconds();
        boolean later = since >= 0 && since / mixEvery.toSeconds() % 2 == 0;
        return later ? channel.laterPart() : channel.part();
    }

    /** Negative share of a channel in control at an hour since the begin. */
    double negative(SyntheticChannel channel, long hour) {
        if (shareCycle == 0) {
            return channel.negative();
        }
        double swing =
                0.7 * StrictMath.sin(2 * Math.PI * (hour % 24) / 24)
                        + 0.3 * StrictMath.sin(2 * Math.PI * (hour % 168) / 168);
        double ratio = StrictMath.exp(shareCycle * swing);
        double share = channel.negative();
        return ratio * share / (1 - share + ratio * share);
    }
}
