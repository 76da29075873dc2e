package io.throughline.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.avro.Schema;

/**
 * Every schema that ever wrote a record somewhere. They are kept as self-contained files under
 * {@code avro/released/VERSION/}, listed in {@code avro/released/index.txt}, and never change.
 */
final class ReleasedSchemas {

    private static final String FOLDER = "/avro/released/";

    private ReleasedSchemas() {}

    /** The released schemas of the record with that full name, oldest first. */
    static List<Schema> of(String fullName) {
        return all().stream().filter(schema -> schema.getFullName().equals(fullName)).toList();
    }

    /** All released schemas, oldest first. */
    static List<Schema> all() {
        return read("index.txt")
                .lines()
                .map(String::trim)
                .filter(line -> !line.isEmpty())
                .map(file -> new Schema.Parser().parse(read(file)))
                .toList();
    }

    private static String read(String file) {
        try (InputStream in = ReleasedSchemas.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException("no " + FOLDER + file + " on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
