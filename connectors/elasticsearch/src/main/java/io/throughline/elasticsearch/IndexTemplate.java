package io.throughline.elasticsearch;

import java.util.Objects;

/**
 * A composable index template.
 *
 * @param name e.g. {@code cx-feedback}
 * @param json body of {@code PUT _index_template/NAME}
 */
public record IndexTemplate(String name, String json) {

    public IndexTemplate {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(json, "json");
    }
}
