package io.throughline.pipeline.tagging;

import io.throughline.model.Feedback;
import io.throughline.model.Provenance;
import java.time.Instant;

/** When the log took a feedback in. */
final class LogTime {

    private LogTime() {}

    /** By the log's clock; the epoch where it was not noted, before any version is in effect. */
    static Instant of(Feedback feedback) {
        Provenance provenance = feedback.provenance();
        return provenance == null || provenance.appendedAt() == null
                ? Instant.EPOCH
                : provenance.appendedAt();
    }

    /**
     * When this product had the feedback: by the log's clock too, since what was observed may carry
     * the time of a file that was copied here much later. Where that was not noted, as observed.
     */
    static Instant seen(Feedback feedback) {
        Instant appendedAt = of(feedback);
        return appendedAt.equals(Instant.EPOCH) ? feedback.observedAt() : appendedAt;
    }
}
