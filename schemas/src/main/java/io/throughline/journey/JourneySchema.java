package io.throughline.journey;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The JSON Schema (draft 7) of a {@code journey.yaml}, for editors and for the reference. What a
 * map may hold is decided by {@link JourneyMapReader}; a test holds both to the same keys.
 */
public final class JourneySchema {

    private static final String RESOURCE = "META-INF/throughline/journey.schema.json";

    private JourneySchema() {}

    /** The schema as it is written to a file. */
    public static String json() {
        try (InputStream in = JourneySchema.class.getClassLoader().getResourceAsStream(RESOURCE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
