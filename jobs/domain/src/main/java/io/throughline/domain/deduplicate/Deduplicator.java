package io.throughline.domain.deduplicate;

import io.throughline.model.Feedback;
import io.throughline.model.Operation;
import io.throughline.model.TaggedFeedback;
import io.throughline.model.Tally;
import java.time.Instant;

/**
 * Decides, record by record, what is live under an id. Records of an id are ordered by revision; in
 * the same revision a delete comes after every upsert, a later observed content after an earlier
 * one, a later row of a file after an earlier one, and the greater content hash last. The highest
 * stays, so that the end does not depend on the order of arrival. A delete stays as a tombstone for
 * ever.
 */
public final class Deduplicator {

    private Deduplicator() {}

    /**
     * What becomes of the record. Pure: the same arguments, the same answer.
     *
     * @param known what {@link Decision#next} was for the last record of this id; null for the
     *     first
     */
    public static Decision decide(Known known, Feedback incoming) {
        return incoming.operation() == Operation.DELETE
                ? delete(known, incoming)
                : upsert(known, incoming);
    }

    /**
     * What is live goes on once more, since a step behind failed with it. It counts as the later of
     * two with the same revision; whoever failed knows that the former was never tagged.
     *
     * @param known what the record is a duplicate of
     */
    public static Decision again(Known known, Feedback duplicate) {
        Known next =
                new Known(
                        known.revision(),
                        sequence(known, known.revision()),
                        known.contentHash(),
                        known.observedAt(),
                        known.position(),
                        false,
                        known.firstOccurredAt(),
                        known.keptOccurredAt());
        Feedback emitted =
                ContentHash.isFirstObserved(duplicate) && known.keptOccurredAt() != null
                        ? duplicate.toBuilder().occurredAt(known.keptOccurredAt()).build()
                        : duplicate;
        return new Decision(
                next,
                emitted,
                known.firstOccurredAt(),
                new Count(duplicate.channel().id()).superseded());
    }

    private static Decision upsert(Known known, Feedback incoming) {
        String hash = ContentHash.of(incoming);
        Count count = new Count(incoming.channel().id());
        if (known == null) {
            return live(null, incoming, hash, count.tagged(1));
        }
        if (incoming.revision() > known.revision()) {
            return live(
                    known, incoming, hash, known.deleted() ? count.tagged(1) : count.superseded());
        }
        if (incoming.revision() < known.revision() || known.deleted()) {
            return unchanged(known, count.superseded());
        }
        if (hash.equals(known.contentHash())) {
            return unchanged(seenAgain(known, incoming), count.duplicate());
        }
        int newer = newer(incoming, known);
        if (newer > 0 || (newer == 0 && hash.compareTo(known.contentHash()) > 0)) {
            return live(known, incoming, hash, count.superseded());
        }
        return unchanged(known, count.superseded());
    }

    private static Decision delete(Known known, Feedback incoming) {
        Count count = new Count(incoming.channel().id());
        if (known == null) {
            return unchanged(tombstone(null, incoming), count.deleted());
        }
        if (known.deleted()) {
            return incoming.revision() == known.revision()
                    ? unchanged(known, count.duplicate())
                    : unchanged(tombstone(known, incoming), count.deleted());
        }
        if (incoming.revision() < known.revision()) {
            return unchanged(known, count.deleted());
        }
        Known next = tombstone(known, incoming);
        Tally change = count.deleted().plus(count.superseded()).plus(count.tagged(-1));
        return new Decision(next, incoming.asDelete(), next.firstOccurredAt(), change);
    }

    private static Decision live(Known known, Feedback incoming, String hash, Tally change) {
        Instant kept = known == null ? null : known.keptOccurredAt();
        Feedback emitted = incoming;
        if (ContentHash.isFirstObserved(incoming)) {
            kept = kept == null ? incoming.occurredAt() : kept;
            emitted = incoming.toBuilder().occurredAt(kept).build();
        }
        Instant first =
                known == null || known.firstOccurredAt() == null
                        ? emitted.occurredAt()
                        : known.firstOccurredAt();
        Known next =
                new Known(
                        incoming.revision(),
                        sequence(known, incoming.revision()),
                        hash,
                        incoming.observedAt(),
                        position(incoming),
                        false,
                        first,
                        kept);
        return new Decision(next, emitted, first, change);
    }

    /** Grows within a revision, and stays where it would outgrow its bits in the version. */
    private static int sequence(Known known, long revision) {
        return known == null || known.revision() != revision
                ? 0
                : Math.min(known.sequence() + 1, TaggedFeedback.MAX_SEQUENCE);
    }

    private static Decision unchanged(Known next, Tally change) {
        return new Decision(next, null, next.firstOccurredAt(), change);
    }

    /** Without this, whether a third content wins would depend on which copy of this came first. */
    private static Known seenAgain(Known known, Feedback incoming) {
        return newer(incoming, known) > 0
                ? new Known(
                        known.revision(),
                        known.sequence(),
                        known.contentHash(),
                        incoming.observedAt(),
                        position(incoming),
                        false,
                        known.firstOccurredAt(),
                        known.keptOccurredAt())
                : known;
    }

    /**
     * Above zero when the incoming content was seen later: by time, then by place in its origin.
     */
    private static int newer(Feedback incoming, Known known) {
        int later = incoming.observedAt().compareTo(known.observedAt());
        return later != 0 ? later : Long.compare(position(incoming), known.position());
    }

    private static long position(Feedback feedback) {
        return feedback.provenance() == null ? 0 : feedback.provenance().position();
    }

    private static Known tombstone(Known known, Feedback delete) {
        long revision =
                known == null ? delete.revision() : Math.max(known.revision(), delete.revision());
        return new Known(
                revision,
                sequence(known, revision),
                null,
                delete.observedAt(),
                position(delete),
                true,
                known == null ? null : known.firstOccurredAt(),
                known == null ? null : known.keptOccurredAt());
    }

    /** Changes by one record. */
    private record Count(String channel) {

        Tally tagged(long by) {
            return new Tally(channel, 0, by, 0, 0, 0, 0, 0);
        }

        Tally duplicate() {
            return new Tally(channel, 0, 0, 1, 0, 0, 0, 0);
        }

        Tally superseded() {
            return new Tally(channel, 0, 0, 0, 1, 0, 0, 0);
        }

        Tally deleted() {
            return new Tally(channel, 0, 0, 0, 0, 1, 0, 0);
        }
    }
}
