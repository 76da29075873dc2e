package io.throughline.document;

import io.throughline.json.JsonWriter;
import io.throughline.model.Hashes;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Consumer;

/** What all documents share. */
final class Documents {

    /** Longest id that Elasticsearch takes, in bytes of UTF-8. */
    private static final int MAX_ID_BYTES = 512;

    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("uuuu-MM", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Documents() {}

    /** Name of the index of a month, in UTC. */
    static String monthly(String alias, Instant time) {
        return alias + "-" + MONTH.format(time);
    }

    /** The id, or its digest when it is longer than Elasticsearch takes. */
    static String id(String id) {
        boolean fits = id.getBytes(StandardCharsets.UTF_8).length <= MAX_ID_BYTES;
        return fits ? id : "sha256-" + Hashes.sha256(id);
    }

    static byte[] encode(Consumer<JsonWriter> fields) {
        return JsonWriter.object(fields).getBytes(StandardCharsets.UTF_8);
    }
}
