package io.throughline.domain.rollup;

import java.time.Instant;
import java.util.Objects;

/**
 * Names one roll-up.
 *
 * @param journey id of the journey map
 * @param stage stage id, or {@link io.throughline.model.StageSignal#UNASSIGNED}
 * @param channel channel id such as {@code web}
 * @param minute minutes since the epoch, of event time
 */
public record SignalKey(String journey, String stage, String channel, long minute) {

    private static final long SECONDS = 60;

    public SignalKey {
        Objects.requireNonNull(journey, "journey");
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(channel, "channel");
    }

    /** The minute that the time lies in. */
    public static long minuteOf(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), SECONDS);
    }

    /** When the minute begins. */
    public Instant windowStart() {
        return Instant.ofEpochSecond(minute * SECONDS);
    }
}
