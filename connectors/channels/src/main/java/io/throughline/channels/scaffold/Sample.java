package io.throughline.channels.scaffold;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A payload that was read without a definition.
 *
 * @param name of the file it came from, or is to be kept in
 * @param shape how it is written
 * @param encoding IANA name of the character set it is in
 * @param delimiter of CSV; null for every other shape
 * @param headerRows rows above the first record of CSV; 1 for every other shape
 * @param documents what is in it: one JSON text, the lines, the rows as objects of texts by column,
 *     the data of the events; at least one
 */
public record Sample(
        String name,
        Shape shape,
        String encoding,
        Character delimiter,
        int headerRows,
        List<JsonNode> documents) {

    /** How a payload is written. */
    public enum Shape {
        JSON("JSON"),
        JSON_LINES("JSON lines"),
        CSV("CSV"),
        FORM("a form body"),
        EVENTS("a recording of server-sent events");

        private final String words;

        Shape(String words) {
            this.words = words;
        }

        /** As people call it. */
        public String words() {
            return words;
        }
    }

    public Sample {
        documents = List.copyOf(documents);
    }
}
