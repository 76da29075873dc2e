package io.throughline.channels.scaffold;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Takes records apart into columns: a column for each place where a value stands, in the order in
 * which the records have them. A list of objects gives a column for each field of its items, and,
 * when its items are questions with their answers, a column for each question.
 */
final class Columns {

    private static final int DEEPEST = 6;
    private static final int MOST = 400;
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");

    private final Map<String, Column> byPath = new LinkedHashMap<>();
    private final Map<String, Lists> lists = new LinkedHashMap<>();
    private final int records;

    /** The lists of objects at one place, one a record; null where a record has none. */
    private record Lists(List<String> names, JsonNode[] byRecord) {}

    private Columns(int records) {
        this.records = records;
    }

    /** The columns of these records. */
    static List<Column> of(List<JsonNode> records) {
        Columns columns = new Columns(records.size());
        for (int i = 0; i < records.size(); i++) {
            columns.walk("$", List.of(), records.get(i), i, 1);
        }
        columns.lists.forEach(columns::lists);
        return List.copyOf(columns.byPath.values());
    }

    private void walk(String path, List<String> names, JsonNode node, int record, int depth) {
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            String step = step(field.getKey());
            if (step != null) {
                List<String> inner = plus(names, field.getKey());
                value(path + step, inner, field.getValue(), record, depth);
            }
        }
    }

    private void value(String path, List<String> names, JsonNode value, int record, int depth) {
        if (value.isObject()) {
            if (depth < DEEPEST) {
                walk(path, names, value, record, depth + 1);
            }
        } else if (value.isArray() && value.size() > 0 && value.get(0).isObject()) {
            lists.computeIfAbsent(path, any -> new Lists(names, new JsonNode[records]))
                            .byRecord()[record] =
                    value;
        } else {
            put(path, names, "", value.isNull() || isBlank(value) ? null : value, record);
        }
    }

    private void lists(String path, Lists found) {
        Answers answers = Answers.of(path, found.names(), Arrays.asList(found.byRecord()));
        for (int i = 0; i < records; i++) {
            JsonNode list = found.byRecord()[i];
            if (list != null) {
                for (Answers.Answer answer : answers.in(list)) {
                    put(answer.path(), answer.names(), answer.question(), answer.value(), i);
                }
                if (answers.none()) {
                    items(path, found.names(), list, i);
                }
            }
        }
    }

    /** What the items of a list have at each place, as {@code $.list[*].field} finds it. */
    private void items(String path, List<String> names, JsonNode list, int record) {
        List<JsonNode> items = new ArrayList<>();
        list.forEach(items::add);
        Columns inside = new Columns(items.size());
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).isObject()) {
                inside.walk("$", List.of(), items.get(i), i, DEEPEST - 2);
            }
        }
        for (Column column : inside.byPath.values()) {
            ArrayNode found = JsonNodeFactory.instance.arrayNode();
            column.values().stream().filter(v -> v != null && !v.isArray()).forEach(found::add);
            if (!found.isEmpty()) {
                List<String> all = new ArrayList<>(names);
                all.addAll(column.names());
                put(path + "[*]" + column.path().substring(1), all, "", found, record);
            }
        }
    }

    private void put(String path, List<String> names, String question, JsonNode value, int at) {
        Column column = byPath.get(path);
        if (column == null) {
            if (byPath.size() >= MOST) {
                return;
            }
            column =
                    new Column(
                            path,
                            names,
                            question,
                            new ArrayList<>(Arrays.asList(new JsonNode[records])));
            byPath.put(path, column);
        }
        if (value != null) {
            column.values().set(at, value);
        }
    }

    private static boolean isBlank(JsonNode value) {
        return value.isArray() ? value.isEmpty() : value.asText().isBlank();
    }

    /** The step of a path to a field; null when no path can name it. */
    static String step(String field) {
        if (PLAIN.matcher(field).matches()) {
            return "." + field;
        }
        if (field.isEmpty() || field.contains("\\") || field.contains("\n")) {
            return null;
        }
        return field.contains("'")
                ? field.contains("\"") ? null : "[\"" + field + "\"]"
                : "['" + field + "']";
    }

    private static List<String> plus(List<String> names, String name) {
        List<String> longer = new ArrayList<>(names);
        longer.add(name);
        return longer;
    }
}
