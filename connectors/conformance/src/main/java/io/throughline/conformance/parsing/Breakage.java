package io.throughline.conformance.parsing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.throughline.conformance.specimen.Document;
import io.throughline.conformance.specimen.Place;
import java.util.ArrayList;
import java.util.List;

/**
 * A way in which a value is not what it should be.
 *
 * @param words for messages
 * @param value null: the value is gone
 * @param shown what would be seen of it in a feedback that took it; empty when nothing would
 */
record Breakage(String words, JsonNode value, String shown) {

    private static final String MARK = "kit-misplaced";

    /** The ways for a value of a document. */
    static List<Breakage> of(JsonNode value, Document document) {
        List<Breakage> ways = of(value);
        if (document.values() != Document.Values.TYPED) {
            ways.removeIf(way -> way.value != null && !way.value.isTextual());
        }
        return ways;
    }

    private static List<Breakage> of(JsonNode value) {
        List<Breakage> ways = new ArrayList<>();
        ways.add(new Breakage("missing", null, "null"));
        ways.add(new Breakage("null", NullNode.getInstance(), "null"));
        ways.add(new Breakage("blank", TextNode.valueOf("  "), ""));
        ways.add(
                new Breakage(
                        "an object",
                        JsonNodeFactory.instance.objectNode().put(MARK, MARK),
                        MARK + "\""));
        ways.add(
                new Breakage(
                        "a list of objects",
                        JsonNodeFactory.instance
                                .arrayNode()
                                .add(JsonNodeFactory.instance.objectNode().put(MARK, MARK)),
                        MARK + "\""));
        if (value.isNumber()) {
            ways.add(new Breakage("a word", TextNode.valueOf("kit?"), ""));
            ways.add(new Breakage("far too large", IntNode.valueOf(2_000_000_000), ""));
        } else if (value.isBoolean()) {
            ways.add(new Breakage("a word", TextNode.valueOf("kit?"), ""));
        } else {
            ways.add(new Breakage("true", BooleanNode.TRUE, ""));
        }
        return ways;
    }

    JsonNode applied(JsonNode record, Place place) {
        return value == null ? place.removed(record) : place.replaced(record, value);
    }

    /** Whether a value is there that is none of its kind. */
    boolean wrongType() {
        return value != null && !value.isNull() && !words.equals("blank");
    }

    /** Whether a text of the feedback was made of it. */
    boolean showsIn(String text) {
        return !shown.isEmpty()
                && (shown.equals("null") ? text.equals("null") : text.contains(shown));
    }
}
