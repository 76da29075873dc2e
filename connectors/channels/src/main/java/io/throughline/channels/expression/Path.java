package io.throughline.channels.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.InvalidPathException;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.JsonPathException;
import com.jayway.jsonpath.spi.json.JacksonJsonNodeJsonProvider;
import com.jayway.jsonpath.spi.mapper.JacksonMappingProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A JSONPath. Paths of plain steps (fields, indexes, {@code *} and simple filters), as nearly all
 * are, are walked directly: the library answers an absent field with an exception, which is slow
 * where most cells are blank. The library does the rest.
 */
final class Path {

    private static final Pattern STEP =
            Pattern.compile(
                    "\\.([^.\\[\\]()*?@,:'\"\\s]+)|\\['([^'\\\\]+)']|\\[\"([^\"\\\\]+)\"]"
                            + "|\\[(-?\\d{1,9})]|(\\[\\*]|\\.\\*)|"
                            + Filter.PATTERN);
    private static final int FIELDS = 3;
    private static final int INDEX = 4;
    private static final int EACH = 5;
    private static final Configuration CONFIGURATION =
            Configuration.builder()
                    .jsonProvider(new JacksonJsonNodeJsonProvider())
                    .mappingProvider(new JacksonMappingProvider())
                    .build();

    /**
     * One step: a field, an item, or every child that a filter lets through.
     *
     * @param filter null when all children are meant
     */
    private record Step(String field, Integer index, Filter filter) {

        JsonNode from(JsonNode node) {
            if (field != null) {
                return node.path(field);
            }
            int at = index < 0 ? node.size() + index : index;
            return node.isArray() ? node.path(at) : MissingNode.getInstance();
        }

        boolean isOfMany() {
            return field == null && index == null;
        }
    }

    private final List<Step> steps;
    private final JsonPath compiled;

    private Path(List<Step> steps, JsonPath compiled) {
        this.steps = steps;
        this.compiled = compiled;
    }

    static Path compile(String path) {
        JsonPath compiled;
        try {
            compiled = JsonPath.compile(path);
        } catch (InvalidPathException | IllegalArgumentException e) {
            throw new ExpressionException("'" + path + "' is no JSONPath: " + e.getMessage());
        }
        if (path.contains("=~")) {
            throw new ExpressionException(
                    "'" + path + "': '=~' can take for ever on some texts; use match(a, PATTERN)");
        }
        List<Step> steps = new ArrayList<>();
        Matcher matcher = STEP.matcher(path);
        int end = 1;
        while (end < path.length() && matcher.find(end) && matcher.start() == end) {
            steps.add(step(matcher));
            end = matcher.end();
        }
        boolean plain = end == path.length();
        return new Path(List.copyOf(steps), plain ? null : compiled);
    }

    private static Step step(Matcher matcher) {
        for (int group = 1; group <= FIELDS; group++) {
            if (matcher.group(group) != null) {
                return new Step(matcher.group(group), null, null);
            }
        }
        if (matcher.group(INDEX) != null) {
            return new Step(null, Integer.valueOf(matcher.group(INDEX)), null);
        }
        return new Step(null, null, matcher.group(EACH) == null ? Filter.of(matcher) : null);
    }

    /** What is there; a missing node when nothing is; a list when the path is of many. */
    JsonNode of(JsonNode root) {
        if (compiled == null) {
            return walk(root, 0);
        }
        try {
            JsonNode found = compiled.read(root, CONFIGURATION);
            return found == null ? MissingNode.getInstance() : found;
        } catch (JsonPathException e) {
            return MissingNode.getInstance();
        }
    }

    private JsonNode walk(JsonNode from, int first) {
        JsonNode node = from;
        for (int i = first; i < steps.size(); i++) {
            if (steps.get(i).isOfMany()) {
                return each(node, steps.get(i).filter(), i + 1);
            }
            node = steps.get(i).from(node);
        }
        return node;
    }

    private JsonNode each(JsonNode parent, Filter filter, int next) {
        if (!parent.isContainerNode()) {
            return MissingNode.getInstance();
        }
        if (next == steps.size() && parent.isArray() && filter == null) {
            return parent;
        }
        ArrayNode found = JsonNodeFactory.instance.arrayNode();
        boolean itself = filter != null && parent.isObject();
        for (JsonNode child : itself ? List.of(parent) : parent) {
            if (filter == null || filter.lets(child)) {
                JsonNode value = walk(child, next);
                if (!value.isMissingNode()) {
                    add(value, next, found);
                }
            }
        }
        return found;
    }

    /** A second star gives one flat list. */
    private void add(JsonNode value, int next, ArrayNode into) {
        boolean nested = steps.subList(next, steps.size()).stream().anyMatch(Step::isOfMany);
        if (nested && value.isArray()) {
            value.forEach(into::add);
        } else {
            into.add(value);
        }
    }

    /** The field it steps into first; empty when it does not begin with one. */
    Optional<String> firstField() {
        return steps.isEmpty() ? Optional.empty() : Optional.ofNullable(steps.get(0).field());
    }
}
