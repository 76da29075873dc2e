package io.throughline.wire;

import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;

/** Schemas without the hints for Java that the code generator adds. */
final class PlainSchemas {

    private static final String HINT =
            "\\{\\s*\"type\"\\s*:\\s*\"string\"\\s*,\\s*\"avro\\.java\\.string\"\\s*:\\s*\"String\"\\s*}";
    private static final String MAP_HINT = ",\\s*\"avro\\.java\\.string\"\\s*:\\s*\"String\"";

    private PlainSchemas() {}

    static Schema of(Schema generated) {
        String json = generated.toString().replaceAll(HINT, "\"string\"").replaceAll(MAP_HINT, "");
        return new Schema.Parser().parse(json);
    }

    /** Name and fingerprint, as in the header of every message. */
    static String fingerprint(Schema schema) {
        return schema.getName()
                + " "
                + Long.toHexString(SchemaNormalization.parsingFingerprint64(schema));
    }
}
