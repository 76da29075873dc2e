package io.throughline.conformance.specimen;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a value is in a tree. Beside fields and items a step can go into JSON that is written as a
 * text, as some providers do. Trees are never changed: a change gives a new tree that shares the
 * rest.
 */
public final class Place {

    /** The whole tree. */
    public static final Place ROOT = new Place(List.of());

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern STEP =
            Pattern.compile("\\.([\\w:-]+)|\\['([^']+)']|\\[(\\d{1,6})]");

    private final List<Step> steps;

    private sealed interface Step {}

    private record Field(String name) implements Step {}

    private record Item(int index) implements Step {}

    private record Written() implements Step {}

    private Place(List<Step> steps) {
        this.steps = List.copyOf(steps);
    }

    /** The place of a path of plain steps, such as {@code $.links.next}; empty for any other. */
    public static Optional<Place> of(String path) {
        Matcher matcher = STEP.matcher(path);
        Place place = ROOT;
        int end = 1;
        while (path.startsWith("$") && end < path.length() && matcher.find(end)) {
            if (matcher.start() != end) {
                return Optional.empty();
            }
            place =
                    matcher.group(3) != null
                            ? place.item(Integer.parseInt(matcher.group(3)))
                            : place.field(
                                    matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
            end = matcher.end();
        }
        return end == path.length() && end > 1 ? Optional.of(place) : Optional.empty();
    }

    Place field(String name) {
        return then(new Field(name));
    }

    Place item(int index) {
        return then(new Item(index));
    }

    /** Into the JSON that the text here is. */
    Place written() {
        return then(new Written());
    }

    /** The place around this one; null at the root. */
    Place parent() {
        return steps.isEmpty() ? null : new Place(steps.subList(0, steps.size() - 1));
    }

    private Place then(Step step) {
        List<Step> more = new ArrayList<>(steps);
        more.add(step);
        return new Place(more);
    }

    /** The value here; missing when there is none. */
    public JsonNode in(JsonNode root) {
        JsonNode node = root;
        for (Step step : steps) {
            if (step instanceof Field field) {
                node = node.path(field.name());
            } else if (step instanceof Item item) {
                node = node.path(item.index());
            } else {
                node = read(node);
            }
        }
        return node;
    }

    /** The tree with another value here. */
    public JsonNode replaced(JsonNode root, JsonNode value) {
        return change(root, 0, value);
    }

    /** The tree without the value here and its name. */
    public JsonNode removed(JsonNode root) {
        return change(root, 0, null);
    }

    private JsonNode change(JsonNode node, int depth, JsonNode value) {
        if (depth == steps.size()) {
            return value;
        }
        boolean last = depth == steps.size() - 1;
        Step step = steps.get(depth);
        if (step instanceof Field field) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            if (node instanceof ObjectNode object) {
                copy.setAll(object);
            }
            if (last && value == null) {
                copy.remove(field.name());
            } else {
                copy.set(field.name(), change(node.path(field.name()), depth + 1, value));
            }
            return copy;
        }
        if (step instanceof Item item) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            copy.addAll((ArrayNode) node);
            if (last && value == null) {
                copy.remove(item.index());
            } else {
                copy.set(item.index(), change(node.path(item.index()), depth + 1, value));
            }
            return copy;
        }
        return TextNode.valueOf(change(read(node), depth + 1, value).toString());
    }

    /** The object or list that a text is in JSON; missing when it is none. */
    static JsonNode read(JsonNode text) {
        String written = text.asText().strip();
        if (!text.isTextual() || !(written.startsWith("{") || written.startsWith("["))) {
            return MissingNode.getInstance();
        }
        try {
            return JSON.readTree(written);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    /** The place with {@code *} for every index: alike for the items of a list. */
    String pattern() {
        return text(true);
    }

    /** As JSONPath: {@code $.a[0]['b c']}. */
    @Override
    public String toString() {
        return text(false);
    }

    private String text(boolean pattern) {
        StringBuilder text = new StringBuilder("$");
        for (Step step : steps) {
            if (step instanceof Item item) {
                text.append('[').append(pattern ? "*" : item.index()).append(']');
            } else if (step instanceof Field field) {
                boolean plain = field.name().matches("[\\w-]+");
                text.append(plain ? "." + field.name() : "['" + field.name() + "']");
            } else {
                text.append("(written as a text)");
            }
        }
        return text.toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Place that && steps.equals(that.steps);
    }

    @Override
    public int hashCode() {
        return steps.hashCode();
    }
}
