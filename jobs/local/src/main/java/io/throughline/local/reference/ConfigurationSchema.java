package io.throughline.local.reference;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The JSON Schema (draft 7) of {@code throughline.yaml}, for editors and for the reference. What a
 * configuration may hold is decided by its readers; a test holds both to the same keys.
 */
public final class ConfigurationSchema {

    private static final String RESOURCE = "META-INF/throughline/config.schema.json";

    private ConfigurationSchema() {}

    /** The schema as it is written to a file. */
    public static String json() {
        try (InputStream in =
                ConfigurationSchema.class.getClassLoader().getResourceAsStream(RESOURCE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
