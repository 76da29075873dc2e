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
 * A JSONPath. Paths of plain steps (fields, indexes and {@code *}), as nearly all are, are walked
 * directly: the library answers an absent field with an exception, which is slow where most cells
 * are blank. The library does the rest, filters above all.
 */
final class Path {

    private static final Pattern STEP =
            Pattern.compile(
                    "\\.([^.\\[\\]()*?@,:'\"\\s]+)|\\['([^'\\\\]+)']|\\[\"([^\"\\\\]+)\"]"
                            + "|\\[(-?\\d{1,9})]|(\\[\\*]|\\.\\*)");
    private static final Configuration CONFIGURATION =
            Configuration.builder()
                    .jsonProvider(new JacksonJsonNodeJsonProvider())
                    .mappingProvider(new JacksonMappingProvider())
                    .build();

    /** One step: a field, an index, or every child when both are null. */
    private record Step(String field, Integer index) {

        JsonNode from(JsonNode node) {
            if (field != null) {
                return node.path(field);
            }
            int at = index < 0 ? node.size() + index : index;
            return node.isArray() ? node.path(at) : MissingNode.getInstance();
        }

        boolean isEach() {
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
        for (int group = 1; group <= 3; group++) {
            if (matcher.group(group) != null) {
                return new Step(matcher.group(group), null);
            }
        }
        return new Step(null, matcher.group(4) == null ? null : Integer.valueOf(matcher.group(4)));
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
            if (steps.get(i).isEach()) {
                return each(node, i + 1);
            }
            node = steps.get(i).from(node);
        }
        return node;
    }

    private JsonNode each(JsonNode parent, int next) {
        if (!parent.isContainerNode()) {
            return MissingNode.getInstance();
        }
        if (next == steps.size() && parent.isArray()) {
            return parent;
        }
        ArrayNode found = JsonNodeFactory.instance.arrayNode();
        for (JsonNode child : parent) {
            JsonNode value = walk(child, next);
            if (!value.isMissingNode()) {
                add(value, next, found);
            }
        }
        return found;
    }

    /** A second star gives one flat list. */
    private void add(JsonNode value, int next, ArrayNode into) {
        boolean nested = steps.subList(next, steps.size()).stream().anyMatch(Step::isEach);
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

    /** Whether it steps into the items of a list first. */
    boolean beginsInList() {
        return !steps.isEmpty() && steps.get(0).field() == null;
    }
}
