package io.throughline.channels.generic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.throughline.channels.json.Fields;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The fields of a record by their plain names. Where the record wraps an object, as {@code {event,
 * data: {…}}} does, the fields inside count first: an event's id is not the feedback's.
 */
final class NamedFields {

    private static final Set<String> WRAPPERS =
            Set.of(
                    "data",
                    "payload",
                    "record",
                    "response",
                    "feedback",
                    "review",
                    "survey",
                    "detail");

    private final Map<String, JsonNode> values = new LinkedHashMap<>();
    private final Map<String, String> names = new LinkedHashMap<>();
    private final Set<String> used = new HashSet<>();

    private NamedFields() {}

    static NamedFields of(JsonNode record) {
        NamedFields fields = new NamedFields();
        for (Map.Entry<String, JsonNode> field : record.properties()) {
            if (field.getValue().isObject()
                    && WRAPPERS.contains(FieldNames.plain(field.getKey()))) {
                field.getValue().properties().forEach(fields::add);
                fields.used.add(FieldNames.plain(field.getKey()));
            }
        }
        record.properties().forEach(fields::add);
        return fields;
    }

    private void add(Map.Entry<String, JsonNode> field) {
        if (field.getValue().isNull()) {
            return;
        }
        String plain = FieldNames.plain(field.getKey());
        if (values.putIfAbsent(plain, field.getValue()) == null) {
            names.put(plain, field.getKey());
        }
    }

    /** The first of these that is there and not blank; it and its like become no extras. */
    JsonNode first(List<String> plainNames) {
        JsonNode found = MissingNode.getInstance();
        for (String plain : plainNames) {
            JsonNode value = values.get(plain);
            if (value != null && found.isMissingNode() && !isBlank(value)) {
                found = value;
                used.add(plain);
            }
        }
        return found;
    }

    /** What the first of these is called in the record; for messages. */
    String nameOf(List<String> plainNames) {
        for (String plain : plainNames) {
            if (values.containsKey(plain) && !isBlank(values.get(plain))) {
                return names.get(plain);
            }
        }
        return plainNames.get(0);
    }

    private static boolean isBlank(JsonNode value) {
        return Fields.absent(value) || (value.isTextual() && value.textValue().isBlank());
    }

    /** Keeps fields out of the extras. */
    void use(Iterable<String> plainNames) {
        plainNames.forEach(used::add);
    }

    /** The fields nobody asked for, by the names they have in the record. */
    Map<String, JsonNode> others() {
        Map<String, JsonNode> others = new LinkedHashMap<>();
        values.forEach(
                (plain, value) -> {
                    if (!used.contains(plain)) {
                        others.put(names.get(plain), value);
                    }
                });
        return others;
    }
}
