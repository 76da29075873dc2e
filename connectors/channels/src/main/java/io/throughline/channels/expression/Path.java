package io.throughline.channels.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.InvalidPathException;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.JsonPathException;
import com.jayway.jsonpath.spi.json.JacksonJsonNodeJsonProvider;
import com.jayway.jsonpath.spi.mapper.JacksonMappingProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A JSONPath. Paths that only step from field to field, as nearly all do, are walked directly: the
 * library answers an absent field with an exception, which is slow where most cells are blank.
 */
final class Path implements Term {

    private static final Pattern STEP =
            Pattern.compile("\\.([^.\\[\\]()*?@,:'\"\\s]+)|\\['([^'\\\\]+)']|\\[\"([^\"\\\\]+)\"]");
    private static final Configuration CONFIGURATION =
            Configuration.builder()
                    .jsonProvider(new JacksonJsonNodeJsonProvider())
                    .mappingProvider(new JacksonMappingProvider())
                    .build();

    private final List<String> steps;
    private final JsonPath compiled;

    private Path(List<String> steps, JsonPath compiled) {
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
        List<String> steps = new ArrayList<>();
        Matcher matcher = STEP.matcher(path);
        int end = 1;
        while (end < path.length() && matcher.find(end) && matcher.start() == end) {
            for (int group = 1; group <= 3; group++) {
                if (matcher.group(group) != null) {
                    steps.add(matcher.group(group));
                }
            }
            end = matcher.end();
        }
        boolean plain = end == path.length();
        return new Path(List.copyOf(steps), plain ? null : compiled);
    }

    @Override
    public JsonNode of(JsonNode record) {
        if (compiled == null) {
            JsonNode node = record;
            for (String step : steps) {
                node = node.path(step);
            }
            return node;
        }
        try {
            JsonNode found = compiled.read(record, CONFIGURATION);
            return found == null ? MissingNode.getInstance() : found;
        } catch (JsonPathException e) {
            return MissingNode.getInstance();
        }
    }

    @Override
    public void fields(Set<String> into) {
        if (!steps.isEmpty()) {
            into.add(steps.get(0));
        }
    }

    @Override
    public boolean hashesContent() {
        return false;
    }
}
