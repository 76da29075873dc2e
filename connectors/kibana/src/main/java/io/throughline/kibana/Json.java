package io.throughline.kibana;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;

/** JSON as it is said in Kibana's saved objects, keys in the order given. */
public final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    /**
     * An object of names and values in turn. A value may be anything that Jackson can say; a null
     * is said as null.
     *
     * @throws IllegalArgumentException when a name has no value or is there twice
     */
    public static ObjectNode object(Object... namesAndValues) {
        if (namesAndValues.length % 2 != 0) {
            throw new IllegalArgumentException("a name without a value");
        }
        ObjectNode object = MAPPER.createObjectNode();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            String name = (String) namesAndValues[i];
            if (object.replace(name, MAPPER.valueToTree(namesAndValues[i + 1])) != null) {
                throw new IllegalArgumentException(name + " is there twice");
            }
        }
        return object;
    }

    /** A list. */
    public static ArrayNode array(Object... values) {
        return list(List.of(values));
    }

    /** A list. */
    public static ArrayNode list(Collection<?> values) {
        ArrayNode array = MAPPER.createArrayNode();
        values.forEach(value -> array.add(MAPPER.<JsonNode>valueToTree(value)));
        return array;
    }

    /** A text. */
    public static JsonNode string(String value) {
        return MAPPER.getNodeFactory().textNode(value);
    }

    /** A number, without a point where it is whole; equal to the same number read from text. */
    public static JsonNode number(double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) <= Integer.MAX_VALUE;
        return whole
                ? MAPPER.getNodeFactory().numberNode((int) value)
                : MAPPER.getNodeFactory().numberNode(value);
    }

    /** The value as text, as attributes hold what Kibana itself parses. */
    public static String text(JsonNode value) {
        return value.toString();
    }

    /**
     * The value that the text says.
     *
     * @throws IllegalArgumentException when it is no JSON
     */
    public static JsonNode parse(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON", e);
        }
    }
}
