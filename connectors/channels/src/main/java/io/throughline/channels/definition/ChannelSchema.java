package io.throughline.channels.definition;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The JSON Schema (draft 7) of a {@code channel.yaml}, for editors: it completes keys and shows
 * what they mean. What a definition may hold is decided by {@link ChannelDefinitions}, which also
 * reads expressions, patterns and time formats; a test holds both to the same keys.
 */
public final class ChannelSchema {

    private static final String RESOURCE = "META-INF/throughline/channel.schema.json";

    private ChannelSchema() {}

    /** The schema as it is written to a file. */
    public static String json() {
        try (InputStream in = ChannelSchema.class.getClassLoader().getResourceAsStream(RESOURCE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
