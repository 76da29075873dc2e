package io.throughline.pipeline.tagging;

import io.throughline.domain.learning.Lesson;
import io.throughline.domain.tagging.TaggingFailedException;
import io.throughline.model.Feedback;
import io.throughline.model.ModelVersion;
import io.throughline.model.TaggedFeedback;
import java.time.Instant;
import java.util.Optional;

/** Redacts and tags feedback, with engines that learn or do not. */
interface RecordTagger {

    /**
     * A tagged feedback.
     *
     * @param lesson what the teacher said of it; null when it said nothing
     */
    record Result(TaggedFeedback line, Lesson lesson) {}

    /**
     * Tags a feedback that is no delete.
     *
     * @throws TaggingFailedException when a step threw
     */
    Result tag(Feedback feedback, Instant firstOccurredAt, int sequence);

    /** Whether lessons are of use. */
    boolean learns();

    /**
     * Takes a version of the model in.
     *
     * @return a time from which on the version should have tagged feedback that was tagged already;
     *     empty when it came early enough or was known
     */
    Optional<Instant> take(ModelVersion version);

    /** Whether a version is in the log; true of versions that are of no concern. */
    boolean knows(ModelVersion version);
}
