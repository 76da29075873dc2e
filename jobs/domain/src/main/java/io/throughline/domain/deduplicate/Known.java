package io.throughline.domain.deduplicate;

import java.time.Instant;
import java.util.Objects;

/**
 * What is remembered of a feedback id. Never forgotten while raw records can be replayed, because a
 * stale upsert would otherwise bring back what was deleted.
 *
 * @param revision the highest seen
 * @param sequence how many times this revision has changed what is live, 0 for the first; part of
 *     the document's version, since the same revision can come with other content
 * @param contentHash of the live content, see {@link ContentHash}; null after a delete
 * @param observedAt the latest time at which the live content was seen
 * @param position where in its origin the live content was seen last at that time; of two rows of
 *     one file the later one stands
 * @param deleted whether a delete has the last word
 * @param firstOccurredAt occurredAt of the first revision that was live; null when none ever was
 * @param keptOccurredAt the first time we saw it, which stands in for the occurredAt of every
 *     revision whose payload has no time; null while there was no such revision
 */
public record Known(
        long revision,
        int sequence,
        String contentHash,
        Instant observedAt,
        long position,
        boolean deleted,
        Instant firstOccurredAt,
        Instant keptOccurredAt) {

    public Known {
        Objects.requireNonNull(observedAt, "observedAt");
        if ((contentHash == null) != deleted) {
            throw new IllegalArgumentException("either deleted or with content");
        }
    }
}
