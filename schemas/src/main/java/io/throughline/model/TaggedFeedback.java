package io.throughline.model;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * A redacted piece of feedback with its tags: a line of the changelog {@code feedback.tagged}, in
 * which a later line of the same id replaces the earlier.
 *
 * @param feedback redacted; of a delete only what identifies it is filled
 * @param firstOccurredAt occurredAt of the revision that came first; it decides the index and never
 *     changes
 * @param sentiment null for a delete
 * @param stages null for a delete
 * @param generation grows with everything that replaces the same revision, see {@link
 *     #generation(int, int)}; 0 to 2^20 - 1
 * @param redactions entity type (e.g. EMAIL_ADDRESS) to how many were masked
 */
public record TaggedFeedback(
        Feedback feedback,
        Instant firstOccurredAt,
        Sentiment sentiment,
        StageTags stages,
        int generation,
        Map<String, Integer> redactions) {

    /** Highest sequence of a revision, and highest version of a journey map: 2^10 - 1. */
    public static final int MAX_SEQUENCE = (1 << 10) - 1;

    public TaggedFeedback {
        Objects.requireNonNull(feedback, "feedback");
        Objects.requireNonNull(firstOccurredAt, "firstOccurredAt");
        redactions = Map.copyOf(redactions);
        if (generation < 0 || generation >= 1 << 20) {
            throw new IllegalArgumentException("generation " + generation + " is out of range");
        }
    }

    /**
     * The generation of a revision: other content of the same revision is newer, then tags by a
     * later version of the journey map.
     *
     * @param sequence 0 to {@link #MAX_SEQUENCE}
     * @param journeyVersion 0 to {@link #MAX_SEQUENCE}; the highest for what carries no tags
     */
    public static int generation(int sequence, int journeyVersion) {
        return sequence << 10 | journeyVersion;
    }

    /** How many times this revision has changed what is live. */
    public int sequence() {
        return generation >> 10;
    }

    /** Version of the document: a later revision, then a later generation, is newer. */
    public long documentVersion() {
        return feedback.revision() << 20 | generation;
    }
}
