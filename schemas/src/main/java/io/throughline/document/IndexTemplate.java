package io.throughline.document;

/**
 * A composable index template.
 *
 * @param name of the template, the same as the index or alias it makes
 * @param json body of {@code PUT _index_template/NAME}
 */
public record IndexTemplate(String name, String json) {}
