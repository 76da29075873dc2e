package io.throughline.channels.scaffold;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a list of questions with their answers as a column a question, which a filter in the path
 * finds: {@code $.answers[?(@.ref == 'nps')].value}. What the survey calls the question is taken
 * before its wording, because wordings are edited.
 */
final class Answers {

    private static final List<String> KEYS =
            List.of(
                    "ref",
                    "key",
                    "code",
                    "variable",
                    "slug",
                    "field",
                    "field_id",
                    "fieldId",
                    "question_id",
                    "questionId",
                    "question_key",
                    "questionKey",
                    "id",
                    "name",
                    "question",
                    "label",
                    "title",
                    "prompt",
                    "text",
                    "type");
    private static final List<String> HOLDERS = List.of("field", "question", "item", "element");
    private static final List<String> WORDINGS =
            List.of(
                    "question",
                    "label",
                    "title",
                    "prompt",
                    "question_text",
                    "questionText",
                    "text");
    private static final List<String> LISTS =
            List.of(
                    "answer",
                    "response",
                    "question",
                    "field",
                    "item",
                    "result",
                    "value",
                    "data",
                    "rating",
                    "score",
                    "attribute",
                    "propert",
                    "element",
                    "custom",
                    "antwort",
                    "reponse",
                    "respuesta");

    /** Where an answer stands; with one of them, other texts of the item are no answers. */
    private static final List<String> ANSWERS =
            List.of("answer", "value", "response", "reply", "antwort", "reponse", "respuesta");

    private static final int LONGEST_KEY = 80;

    /**
     * One answer.
     *
     * @param question its wording; empty when the list does not tell
     */
    record Answer(String path, List<String> names, String question, JsonNode value) {}

    private final String path;
    private final List<String> names;
    private final List<String> key;

    private Answers(String path, List<String> names, List<String> key) {
        this.path = path;
        this.names = names;
        this.key = key;
    }

    /**
     * The way to read the lists at one place.
     *
     * @param lists one a record; null where a record has none
     */
    static Answers of(String path, List<String> names, List<JsonNode> lists) {
        String listName = names.get(names.size() - 1).toLowerCase(Locale.ROOT);
        List<JsonNode> there = lists.stream().filter(Objects::nonNull).toList();
        return LISTS.stream().noneMatch(listName::contains)
                ? new Answers(path, names, List.of())
                : new Answers(path, names, key(there).orElse(List.of()));
    }

    /** Whether the items of the lists are no answers. */
    boolean none() {
        return key.isEmpty();
    }

    /** The answers of a list; none when its items are no answers. */
    List<Answer> in(JsonNode list) {
        List<Answer> answers = new ArrayList<>();
        for (JsonNode item : key.isEmpty() ? List.<JsonNode>of() : list) {
            JsonNode name = at(item, key);
            String question = wording(item).filter(t -> !t.equals(name.asText())).orElse("");
            String literal = name.isNumber() ? name.asText() : "'" + name.asText() + "'";
            String found = path + "[?(@." + String.join(".", key) + " == " + literal + ")]";
            for (Map.Entry<String, JsonNode> field : item.properties()) {
                if (!field.getKey().equals(key.get(0)) && !isWording(field.getKey(), item)) {
                    leaf(found, field, new Place(name.asText(), field.getKey(), question), answers);
                }
            }
        }
        return answers;
    }

    private record Place(String name, String field, String question) {}

    private void leaf(
            String parent, Map.Entry<String, JsonNode> field, Place place, List<Answer> into) {
        String step = Columns.step(field.getKey());
        JsonNode value = field.getValue();
        if (step == null || field.getKey().equals("type")) {
            return;
        }
        if (value.isObject()) {
            value.properties().forEach(inner -> leaf(parent + step, inner, place, into));
        } else if (value.isValueNode() && !value.isNull() && !value.asText().isBlank()) {
            List<String> all = new ArrayList<>(names);
            all.add(place.name());
            all.add(place.field());
            into.add(new Answer(parent + step, all, place.question(), value));
        }
    }

    private static boolean isWording(String field, JsonNode item) {
        if (ANSWERS.contains(field)) {
            return false;
        }
        boolean beside = item.path(field).isTextual() && ANSWERS.stream().anyMatch(item::has);
        return beside || (WORDINGS.contains(field) && !isAnswer(field, item));
    }

    /** The text of a question and the text of its answer may both be called text. */
    private static boolean isAnswer(String field, JsonNode item) {
        return field.equals("text")
                && HOLDERS.stream().anyMatch(item::has)
                && item.path("text").isTextual();
    }

    /** The field, or the field of a field, that tells the items apart. */
    private static Optional<List<String>> key(List<JsonNode> lists) {
        List<List<String>> candidates = new ArrayList<>();
        for (String holder : HOLDERS) {
            KEYS.forEach(key -> candidates.add(List.of(holder, key)));
        }
        KEYS.forEach(key -> candidates.add(List.of(key)));
        return candidates.stream().filter(key -> tellsApart(lists, key)).findFirst();
    }

    /** In every list, and with names that come again from record to record. */
    private static boolean tellsApart(List<JsonNode> lists, List<String> key) {
        Set<String> all = new HashSet<>();
        int longest = 0;
        for (JsonNode list : lists) {
            if (!tellsApart(list, key)) {
                return false;
            }
            list.forEach(item -> all.add(at(item, key).asText()));
            longest = Math.max(longest, list.size());
        }
        return all.size() <= 2 * longest;
    }

    private static boolean tellsApart(JsonNode list, List<String> key) {
        Set<String> seen = new HashSet<>();
        for (JsonNode item : list) {
            JsonNode value = at(item, key);
            String text = value.asText();
            if (!value.isValueNode()
                    || text.isBlank()
                    || text.length() > LONGEST_KEY
                    || text.contains("'")
                    || text.contains("\\")
                    || !seen.add(text)) {
                return false;
            }
        }
        return true;
    }

    private static Optional<String> wording(JsonNode item) {
        for (String holder : HOLDERS) {
            for (String name : WORDINGS) {
                if (item.path(holder).path(name).isTextual()) {
                    return Optional.of(item.path(holder).path(name).textValue());
                }
            }
        }
        List<String> names = new ArrayList<>(WORDINGS);
        item.fieldNames().forEachRemaining(names::add);
        return names.stream()
                .filter(name -> item.path(name).isTextual() && isWording(name, item))
                .map(name -> item.path(name).textValue())
                .filter(text -> text.indexOf(' ') > 0)
                .findFirst();
    }

    private static JsonNode at(JsonNode item, List<String> path) {
        JsonNode node = item;
        for (String step : path) {
            node = node.path(step);
        }
        return node;
    }
}
