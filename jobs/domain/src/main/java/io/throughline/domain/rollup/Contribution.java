package io.throughline.domain.rollup;

import java.util.Objects;

/**
 * What one feedback adds to one roll-up. Flat and small, because it is what travels between
 * operators and what is remembered of every feedback so that it can be taken back.
 *
 * @param journey id of the journey map
 * @param stage stage id, or {@link io.throughline.model.StageSignal#UNASSIGNED}
 * @param channel channel id such as {@code web}
 * @param minute minutes since the epoch, of event time
 * @param label ordinal of the {@link io.throughline.model.SentimentLabel}, or {@link #ABSTAINED}
 * @param scoreMicros sentiment score in millionths, -1,000,000 to 1,000,000; 0 when abstained
 * @param weightMicros the stage's weight in millionths
 * @param author author key; null when unknown
 * @param traits what the watch over the stage wants to know beside it
 */
public record Contribution(
        String journey,
        String stage,
        String channel,
        long minute,
        int label,
        long scoreMicros,
        long weightMicros,
        String author,
        Traits traits) {

    /** {@link #label} when the sentiment tagger abstained. */
    public static final int ABSTAINED = -1;

    public Contribution {
        Objects.requireNonNull(journey, "journey");
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(channel, "channel");
        // Contributions in savepoints of before have none.
        traits = traits == null ? Traits.NONE : traits;
    }

    /** The roll-up it belongs to. */
    public SignalKey key() {
        return new SignalKey(journey, stage, channel, minute);
    }
}
