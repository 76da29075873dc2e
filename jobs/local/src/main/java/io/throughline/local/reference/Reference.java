package io.throughline.local.reference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.throughline.channels.definition.ChannelSchema;
import io.throughline.journey.JourneySchema;

/** Every key of the three files that people write, as Markdown, made from their schemas. */
public final class Reference {

    private static final String HEAD =
            """
            # Reference of the configuration

            Made by `./throughline config reference` from the schemas that editors use: `./throughline config schema`,
            `journey schema` and `channel schema`. A key with a star must be there. `a[].b` is the key `b` of each entry of the
            list `a`; `NAME` stands for a name of your own.

            `${env.NAME}` in a value is an environment variable, `${env.NAME:-text}` the same with a default, and `${file.PATH}` the
            text of a file. Paths are relative to the file they are in. A key that is not listed is refused, with the nearest that is.

            """;

    private Reference() {}

    /** The whole page. */
    public static String markdown() {
        return HEAD
                + section("throughline.yaml", ConfigurationSchema.json())
                + section("journey.yaml", JourneySchema.json())
                + section("channel.yaml", ChannelSchema.json());
    }

    private static String section(String file, String schema) {
        try {
            return new SchemaTables(new ObjectMapper().readTree(schema)).markdown(file);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the schema of " + file + " is no JSON", e);
        }
    }
}
