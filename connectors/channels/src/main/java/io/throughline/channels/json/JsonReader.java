package io.throughline.channels.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonParser.NumberType;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.channels.RejectedException;
import io.throughline.model.FailureReason;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Reads a JSON text into a tree.
 *
 * <p>The library's own reader takes or refuses a document as a whole; a feed page of fifty reviews
 * must not be lost to one of them. So the tree is built here, on the library's tokens: levels
 * beyond the limit are skipped token by token, which takes no stack, and leave a flaw behind.
 */
public final class JsonReader {

    /** Deeper than this is not even skipped: every level costs memory in the tokenizer. */
    private static final int HOPELESS_DEPTH = 100_000;

    /** Reading a number takes time that grows faster than its length. */
    private static final int LONGEST_NUMBER = 500;

    private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);
    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(HOPELESS_DEPTH)
                                    .maxStringLength(Integer.MAX_VALUE)
                                    .maxNameLength(Integer.MAX_VALUE)
                                    .maxNumberLength(Integer.MAX_VALUE)
                                    .build())
                    .configure(JsonFactory.Feature.INTERN_FIELD_NAMES, false)
                    .configure(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES, false)
                    .build();

    private final JsonParser parser;
    private final boolean validText;
    private final int maxDepth;
    private int flaws;
    private boolean tooDeep;

    private JsonReader(JsonParser parser, boolean validText, int maxDepth) {
        this.parser = parser;
        this.validText = validText;
        this.maxDepth = maxDepth;
    }

    /**
     * Reads a text that is one JSON value.
     *
     * @param maxDepth deepest level of objects and arrays that is read
     * @throws RejectedException when it is no JSON or is cut off
     */
    public static JsonDocument read(Decoded decoded, int maxDepth) {
        try (JsonParser parser = JSON.createParser(decoded.text())) {
            return new JsonReader(parser, decoded.valid(), maxDepth).document(decoded.text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonDocument document(String text) throws IOException {
        try {
            JsonToken token = parser.nextToken();
            if (token == null) {
                throw new RejectedException(FailureReason.MALFORMED, "there is nothing in it");
            }
            JsonNode root = value(token, 1);
            if (parser.nextToken() != null) {
                throw broken(text);
            }
            return new JsonDocument(root, flaws);
        } catch (JsonProcessingException e) {
            throw broken(text);
        }
    }

    private RejectedException broken(String text) {
        if (tooDeep || parser.getParsingContext().getNestingDepth() >= HOPELESS_DEPTH) {
            return new RejectedException(FailureReason.TOO_DEEP, "nested too deep");
        }
        if (!validText) {
            return new RejectedException(
                    FailureReason.INVALID_ENCODING, "there are bytes that are no text");
        }
        if (text.stripLeading().startsWith("<")) {
            return new RejectedException(
                    FailureReason.MALFORMED, "JSON is due, and this is an HTML or XML page");
        }
        return new RejectedException(
                FailureReason.MALFORMED,
                "no JSON, or cut off, at line "
                        + parser.currentLocation().getLineNr()
                        + " column "
                        + parser.currentLocation().getColumnNr());
    }

    private JsonNode value(JsonToken token, int depth) throws IOException {
        return switch (token) {
            case START_OBJECT -> depth > maxDepth ? skipped() : object(depth);
            case START_ARRAY -> depth > maxDepth ? skipped() : array(depth);
            case VALUE_STRING -> text(parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number();
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            default -> NODES.nullNode();
        };
    }

    private JsonNode object(int depth) throws IOException {
        ObjectNode object = NODES.objectNode();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            JsonNode value = value(parser.nextToken(), depth + 1);
            boolean soundName = validText || !Decoded.holdsInvalidByte(name);
            object.set(
                    Decoded.wellFormed(name),
                    soundName ? value : flaw(FailureReason.INVALID_ENCODING));
        }
        return object;
    }

    private JsonNode array(int depth) throws IOException {
        ArrayNode array = NODES.arrayNode();
        for (JsonToken token = parser.nextToken();
                token != JsonToken.END_ARRAY;
                token = parser.nextToken()) {
            array.add(value(token, depth + 1));
        }
        return array;
    }

    private JsonNode skipped() throws IOException {
        tooDeep = true;
        parser.skipChildren();
        return flaw(FailureReason.TOO_DEEP);
    }

    private JsonNode text(String text) {
        if (!validText && Decoded.holdsInvalidByte(text)) {
            return flaw(FailureReason.INVALID_ENCODING);
        }
        return NODES.textNode(Decoded.wellFormed(text));
    }

    private JsonNode number() throws IOException {
        if (parser.getTextLength() > LONGEST_NUMBER) {
            return flaw(FailureReason.INVALID_FIELD);
        }
        NumberType type = parser.getNumberType();
        if (type == NumberType.INT || type == NumberType.LONG) {
            return NODES.numberNode(parser.getLongValue());
        }
        try {
            return type == NumberType.BIG_INTEGER
                    ? NODES.numberNode(parser.getBigIntegerValue())
                    : NODES.numberNode(parser.getDecimalValue());
        } catch (NumberFormatException | JsonProcessingException e) {
            return flaw(FailureReason.INVALID_FIELD);
        }
    }

    private JsonNode flaw(FailureReason reason) {
        flaws++;
        return Flaw.of(reason);
    }
}
