package io.throughline.channels.expression;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.Matcher;

/**
 * The filter that nearly every survey tool asks for: {@code [?(@.type == 'text')]}. It means what
 * it means to the library, in a tenth of the time.
 *
 * @param path fields from the child to the value
 * @param text what the value must be; no number, since those would be compared as such
 */
record Filter(List<String> path, String text) {

    /** Two groups: the path, and the text. */
    static final String PATTERN =
            "\\[\\?\\(\\s*@((?:\\.[A-Za-z_][A-Za-z0-9_-]*)+)\\s*==\\s*'([^'\\\\0-9.+-][^'\\\\]*)'\\s*\\)]";

    private static final int PATH = 6;
    private static final int TEXT = 7;

    static Filter of(Matcher matcher) {
        String path = matcher.group(PATH).substring(1);
        return new Filter(List.of(path.split("\\.", -1)), matcher.group(TEXT));
    }

    boolean lets(JsonNode child) {
        JsonNode value = child;
        for (String field : path) {
            value = value.path(field);
        }
        return value.isTextual() && value.asText().equals(text);
    }
}
