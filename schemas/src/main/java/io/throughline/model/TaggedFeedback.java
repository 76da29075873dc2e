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
 * @param generation grows when the same revision is tagged anew; 0 to 2^20 - 1
 * @param redactions entity type (e.g. EMAIL_ADDRESS) to how many were masked
 */
public record TaggedFeedback(
        Feedback feedback,
        Instant firstOccurredAt,
        Sentiment sentiment,
        StageTags stages,
        int generation,
        Map<String, Integer> redactions) {

    public TaggedFeedback {
        Objects.requireNonNull(feedback, "feedback");
        Objects.requireNonNull(firstOccurredAt, "firstOccurredAt");
        redactions = Map.copyOf(redactions);
        if (generation < 0 || generation >= 1 << 20) {
            throw new IllegalArgumentException("generation " + generation + " is out of range");
        }
    }

    /** Version of the document: a later revision, then a later generation, is newer. */
    public long documentVersion() {
        return feedback.revision() << 20 | generation;
    }
}
