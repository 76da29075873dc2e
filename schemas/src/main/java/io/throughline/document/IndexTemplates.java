package io.throughline.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The index templates of Throughline, {@code dynamic: strict}, one for each kind of document. */
public final class IndexTemplates {

    private static final List<String> NAMES =
            List.of(
                    FeedbackDocument.ALIAS,
                    SignalDocument.ALIAS,
                    AlertDocument.INDEX,
                    "cx-journeys",
                    DeadLetterDocument.INDEX);

    private IndexTemplates() {}

    /** Every template; installing one again changes nothing. */
    public static List<IndexTemplate> all() {
        return NAMES.stream().map(name -> new IndexTemplate(name, read(name))).toList();
    }

    private static String read(String name) {
        String resource = "/elasticsearch/" + name + ".json";
        try (InputStream in = IndexTemplates.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no " + resource + " on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
