package io.throughline.domain.redact;

import io.throughline.model.Feedback;
import java.util.Map;
import java.util.Objects;

/**
 * A feedback without personal data, and what was taken out.
 *
 * @param entities entity type such as {@code EMAIL_ADDRESS} to how many were masked; the values
 *     themselves are kept nowhere
 */
public record Redacted(Feedback feedback, Map<String, Integer> entities) {

    public Redacted {
        Objects.requireNonNull(feedback, "feedback");
        entities = Map.copyOf(entities);
    }
}
