package io.throughline.local.reference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.throughline.channels.definition.ChannelSchema;
import io.throughline.journey.JourneySchema;

/**
 * Every key of the three files that people write, as Markdown, made from their schemas, and the
 * variables.
 */
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

    /** Held to the names in the sources by a test. */
    private static final String VARIABLES =
            """
            ## Environment

            Variables that are read beside the files, all of them optional. References such as `${env.NAME}` read any others.

            | variable | read by | what |
            |---|---|---|
            | `THROUGHLINE_AUTHOR_KEY` | pipeline, gateway, `normalize`, `tag` | Key of the hash that stands for an author; `privacy.authorKey` wins over it. |
            | `THROUGHLINE_PLUGINS` | launcher, image | Folder with jars that bring channels, mappers, fetchers or engines along; the launcher looks in plugins/ without it. |
            | `THROUGHLINE_JAVA_OPTS` | launcher, image | More options for Java, such as -Xmx3g; they win over its own. |
            | `THROUGHLINE_HOME` | image | Folder that may be written. Default: `/tmp/throughline`. |
            | `THROUGHLINE_MAVEN_OPTS` | launcher, build of the image | More options for Maven, such as -o. |
            | `THROUGHLINE_STUDENT_MODEL` | engine `student` | File of another model, as `train` writes it. |
            | `THROUGHLINE_TEACHER_MODEL` | engine `teacher` | The same. |
            | `THROUGHLINE_SENTIMENT_MODEL` | engine `corenlp-linear` | The same. |
            | `THROUGHLINE_CLASSIFIER_MODEL` | engine `corenlp-classifier` | The same. |
            | `THROUGHLINE_CORENLP_MODELS` | engine `corenlp-rntn` | Directory with the models of Stanford CoreNLP; one in ~/.cache/throughline without it. |
            | `THROUGHLINE_NAME` | `channel try` | Value of `${config.NAME}` or `${secret.NAME}` of a channel: of `apiKey` it is THROUGHLINE_API_KEY. |

            """;

    private Reference() {}

    /** The whole page. */
    public static String markdown() {
        return HEAD
                + section("throughline.yaml", ConfigurationSchema.json())
                + section("journey.yaml", JourneySchema.json())
                + section("channel.yaml", ChannelSchema.json())
                + VARIABLES.stripTrailing()
                + "\n";
    }

    private static String section(String file, String schema) {
        try {
            return new SchemaTables(new ObjectMapper().readTree(schema)).markdown(file);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the schema of " + file + " is no JSON", e);
        }
    }
}
