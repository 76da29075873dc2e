package io.throughline.channels.scaffold;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Everything that a sample has at one place of its records.
 *
 * @param path the expression that finds it in a record
 * @param names from the outermost field to the innermost, e.g. {@code reviewer}, {@code id}
 * @param question what was asked, when it is an answer; else empty
 * @param values a value a record; null where the record has none, or a blank one
 */
record Column(String path, List<String> names, String question, List<JsonNode> values) {

    private static final Set<String> WRAPPERS =
            Set.of("label", "value", "rendered", "#text", "$t", "_text", "@value", "val", "raw");

    Column {
        names = List.copyOf(names);
    }

    /** The texts that are there. */
    List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (JsonNode value : values) {
            if (value != null) {
                texts.add(text(value));
            }
        }
        return texts;
    }

    /** The text of record number {@code i}; null when there is none. */
    String text(int i) {
        return values.get(i) == null ? null : text(values.get(i));
    }

    private static String text(JsonNode value) {
        if (!value.isArray()) {
            return value.asText().strip();
        }
        List<String> items = new ArrayList<>();
        value.forEach(item -> items.add(item.asText().strip()));
        return String.join(", ", items);
    }

    /** Whether some record has several values there. */
    boolean isList() {
        return values.stream().filter(Objects::nonNull).anyMatch(v -> v.isArray() && v.size() > 1);
    }

    /** What it is, without the repetition that nesting brings: {@code review.review_id}. */
    String name() {
        return String.join(".", names);
    }

    /** The innermost name that says something: a rating is often {@code rating.value}. */
    String lastName() {
        return ownNames().get(ownNames().size() - 1);
    }

    /** The names without those that say only that a value follows. */
    List<String> ownNames() {
        int last = names.size() - 1;
        return last > 0 && WRAPPERS.contains(names.get(last)) ? names.subList(0, last) : names;
    }

    /** The value of most records, shortened to one line for people. */
    String example() {
        Set<String> distinct = new LinkedHashSet<>(texts());
        String first = distinct.isEmpty() ? "" : distinct.iterator().next();
        String line = first.replaceAll("\\s+", " ");
        return line.length() > 60
                ? line.substring(
                                0,
                                line.offsetByCodePoints(
                                        0, Math.min(57, line.codePointCount(0, line.length()))))
                        + "…"
                : line;
    }
}
