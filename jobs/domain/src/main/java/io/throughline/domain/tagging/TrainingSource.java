package io.throughline.domain.tagging;

import java.util.Objects;

/**
 * A file that a model learnt from.
 *
 * @param id short name, e.g. {@code vader-tweets}
 * @param licence under which it was used; null when it is not said
 * @param sha256 of the file, 64 hex digits; null when it is not known
 * @param texts of it that were used; 0 when it is not known
 */
public record TrainingSource(String id, String licence, String sha256, long texts) {

    public TrainingSource {
        Objects.requireNonNull(id, "id");
    }
}
