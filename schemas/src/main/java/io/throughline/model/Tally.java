package io.throughline.model;

import java.util.Objects;

/**
 * Counts, or changes of counts, of one channel. What came in is always accounted for: {@code
 * received = tagged + duplicates + superseded + deleted + filtered + deadLettered}.
 *
 * @param channel channel id such as {@code web}
 * @param received records found in envelopes, plus one for each envelope that cannot be split
 * @param tagged live now
 * @param duplicates same id, revision and content
 * @param superseded upserts replaced by a later revision or a delete, and stale revisions
 * @param deleted delete operations
 * @param filtered left out by a drop rule of the channel
 * @param deadLettered ended as dead letters
 */
public record Tally(
        String channel,
        long received,
        long tagged,
        long duplicates,
        long superseded,
        long deleted,
        long filtered,
        long deadLettered) {

    public Tally {
        Objects.requireNonNull(channel, "channel");
    }

    /** Nothing counted yet. */
    public static Tally none(String channel) {
        return new Tally(channel, 0, 0, 0, 0, 0, 0, 0);
    }

    /** The sum of both; the channel is this one's. */
    public Tally plus(Tally other) {
        return new Tally(
                channel,
                received + other.received,
                tagged + other.tagged,
                duplicates + other.duplicates,
                superseded + other.superseded,
                deleted + other.deleted,
                filtered + other.filtered,
                deadLettered + other.deadLettered);
    }

    /** Whether what came in is accounted for. */
    public boolean balances() {
        return received == tagged + duplicates + superseded + deleted + filtered + deadLettered;
    }
}
