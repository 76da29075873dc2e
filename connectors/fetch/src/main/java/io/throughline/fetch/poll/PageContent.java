package io.throughline.fetch.poll;

import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.throughline.channels.RejectedException;
import io.throughline.channels.expression.Expression;
import io.throughline.fetch.http.Html;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A page as far as going on from it needs to know it; what becomes of its records is decided by the
 * channel's mapper alone.
 *
 * @param document missing when the page is no JSON
 * @param records empty when the page is no JSON
 */
record PageContent(Shape shape, JsonNode document, List<JsonNode> records) {

    /** What a body looks like. */
    enum Shape {
        JSON,
        /** JSON that ends too early: the server broke off and called it a success. */
        CUT_OFF,
        /** What gateways and captive portals answer instead of a feed. */
        HTML,
        /** Something else, or cut because it was too large. */
        OTHER
    }

    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    /**
     * Reads a body.
     *
     * @param records of a document
     * @param whole whether nothing was cut off here
     */
    static PageContent read(
            byte[] body, Function<JsonNode, List<JsonNode>> records, boolean whole) {
        if (Html.looksLike(body)) {
            return without(Shape.HTML);
        }
        if (!whole || !looksLikeJson(body)) {
            return without(Shape.OTHER);
        }
        try {
            JsonNode document = JSON.readTree(body);
            return new PageContent(Shape.JSON, document, records.apply(document));
        } catch (JsonEOFException e) {
            return without(Shape.CUT_OFF);
        } catch (IOException e) {
            return without(Shape.OTHER);
        }
    }

    private static PageContent without(Shape shape) {
        return new PageContent(shape, MissingNode.getInstance(), List.of());
    }

    private static boolean looksLikeJson(byte[] body) {
        for (byte b : body) {
            if (b == '{' || b == '[') {
                return true;
            }
            boolean mark = b == (byte) 0xEF || b == (byte) 0xBB || b == (byte) 0xBF;
            if (!mark && b != ' ' && b != '\n' && b != '\r' && b != '\t') {
                return false;
            }
        }
        return false;
    }

    /** A value of the page itself; empty when there is none. */
    Optional<String> value(Expression path) {
        return text(path, document);
    }

    /** A value as text; empty when there is none, or none that can be read. */
    static Optional<String> text(Expression path, JsonNode node) {
        try {
            return path.text(node).map(String::strip).filter(text -> !text.isEmpty());
        } catch (RejectedException e) {
            // Told when the record is mapped.
            return Optional.empty();
        }
    }

    boolean json() {
        return shape == Shape.JSON;
    }
}
