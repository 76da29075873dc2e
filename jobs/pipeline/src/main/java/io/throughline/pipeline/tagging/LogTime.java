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
}
