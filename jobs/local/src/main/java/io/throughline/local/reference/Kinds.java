package io.throughline.local.reference;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The alternatives of a block that a key {@code type} or {@code kind} tells apart, such as
 * receivers that are posted to and receivers by mail. None where the block is of one kind.
 */
record Kinds(List<JsonNode> parts) {

    private static final List<String> TELLING = List.of("type", "kind");

    static Kinds of(List<JsonNode> alternatives) {
        List<JsonNode> parts =
                alternatives.stream().filter(part -> part.has("properties")).toList();
        return parts.size() > 1 && parts.stream().noneMatch(part -> names(part).isEmpty())
                ? new Kinds(parts)
                : new Kinds(List.of());
    }

    /** Whether the key must be there: in the part, or in every kind where there are several. */
    boolean alwaysThere(JsonNode part, String key) {
        return parts.isEmpty()
                ? requires(part, key)
                : parts.stream().allMatch(one -> requires(one, key));
    }

    /** Whose key it is, a sentence; empty for a key that all kinds have alike. */
    String whose(String key) {
        List<String> having = names(part -> part.get("properties").has(key));
        List<String> needing = names(part -> requires(part, key));
        boolean everybodys = having.size() == names(part -> true).size();
        if (everybodys) {
            return needing.isEmpty() || needing.equals(having)
                    ? ""
                    : "Must be there with " + listed(needing) + ". ";
        }
        if (needing.equals(having)) {
            return "Of " + listed(having) + ", where it must be there. ";
        }
        return "Of "
                + listed(having)
                + (needing.isEmpty() ? ". " : "; must be there with " + listed(needing) + ". ");
    }

    private List<String> names(Predicate<JsonNode> which) {
        List<String> names = new ArrayList<>();
        parts.stream().filter(which).forEach(part -> names.addAll(names(part)));
        return names.stream().distinct().toList();
    }

    private static List<String> names(JsonNode part) {
        return TELLING.stream()
                .map(key -> part.path("properties").path(key))
                .flatMap(
                        value ->
                                value.has("const")
                                        ? Stream.of(value.get("const").asText())
                                        : SchemaTables.texts(value.path("enum")).stream())
                .toList();
    }

    private static boolean requires(JsonNode part, String key) {
        return SchemaTables.texts(part.path("required")).contains(key);
    }

    private static String listed(List<String> names) {
        return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
    }
}
