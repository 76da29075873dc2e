package io.throughline.channels.expression;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.model.Hashes;
import java.util.TreeMap;

/**
 * SHA-256 of a record's values. Fields are taken in the order of their names, and every value says
 * its length, so that neither white space nor the order of fields matters and no two records run
 * together.
 */
final class ContentHash {

    private ContentHash() {}

    static String of(JsonNode record) {
        StringBuilder canonical = new StringBuilder();
        append(record, canonical);
        return Hashes.sha256(canonical.toString());
    }

    private static void append(JsonNode node, StringBuilder into) {
        if (node.isObject()) {
            TreeMap<String, JsonNode> fields = new TreeMap<>();
            node.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
            into.append('{');
            fields.forEach(
                    (name, value) -> {
                        text(name, into);
                        append(value, into);
                    });
            into.append('}');
        } else if (node.isArray()) {
            into.append('[');
            node.forEach(item -> append(item, into));
            into.append(']');
        } else {
            into.append(node.getNodeType().name().charAt(0));
            text(node.asText(), into);
        }
    }

    private static void text(String text, StringBuilder into) {
        into.append(text.length()).append(':').append(text);
    }
}
