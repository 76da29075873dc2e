package io.throughline.domain.rollup;

import io.throughline.model.StageSignal;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * Names a roll-up of an hour or a day of UTC.
 *
 * @param channel channel id, or {@link StageSignal#ALL_CHANNELS}
 * @param segment {@code name=value}; null for all feedback
 * @param hours length of the window: {@link #HOUR} or {@link #DAY}
 * @param start number of the window: hours since the epoch over {@code hours}
 */
public record WindowKey(
        String journey, String stage, String channel, String segment, int hours, long start) {

    /** {@link #hours} of an hour. */
    public static final int HOUR = 1;

    /** {@link #hours} of a day. */
    public static final int DAY = 24;

    private static final int MINUTES = 60;

    public WindowKey {
        Objects.requireNonNull(journey, "journey");
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(channel, "channel");
        if (hours != HOUR && hours != DAY) {
            throw new IllegalArgumentException("a window of " + hours + " hours");
        }
    }

    /** The hour of a minute, of all feedback of its channel. */
    static WindowKey hourOf(SignalKey minute) {
        return new WindowKey(
                minute.journey(),
                minute.stage(),
                minute.channel(),
                null,
                HOUR,
                Math.floorDiv(minute.minute(), MINUTES));
    }

    /** The same hour of one segment. */
    WindowKey of(String oneSegment) {
        return new WindowKey(journey, stage, channel, oneSegment, hours, start);
    }

    /** The same window over all channels. */
    WindowKey total() {
        return new WindowKey(journey, stage, StageSignal.ALL_CHANNELS, segment, hours, start);
    }

    /** The day of an hour. */
    WindowKey day() {
        return new WindowKey(
                journey, stage, channel, segment, DAY, Math.floorDiv(start * hours, DAY));
    }

    /** When the window begins. */
    public Instant windowStart() {
        return Instant.EPOCH.plus(window().multipliedBy(start));
    }

    /** Length of the window. */
    public Duration window() {
        return Duration.ofHours(hours);
    }
}
