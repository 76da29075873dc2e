package io.throughline.local.provision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What the mapping of an index lacks of its template's. Fields can be added to an index that is
 * there, and hardly anything about a field be changed.
 *
 * @param additions body of the request that adds them
 * @param compatible what that changes
 * @param conflicts what cannot be changed where it is
 */
record FieldChanges(ObjectNode additions, List<Difference> compatible, List<Difference> conflicts) {

    /** Parameters that a request may change. */
    private static final Set<String> CHANGEABLE = Set.of("ignore_above");

    private static final String PROPERTIES = "properties";

    static FieldChanges of(JsonNode present, JsonNode wanted) {
        FieldChanges changes =
                new FieldChanges(
                        JsonNodeFactory.instance.objectNode(),
                        new ArrayList<>(),
                        new ArrayList<>());
        JsonNode dynamic = wanted.get("dynamic");
        if (dynamic != null && !dynamic.asText().equals(present.path("dynamic").asText())) {
            changes.additions.set("dynamic", dynamic);
            changes.compatible.add(new Difference("dynamic", present.get("dynamic"), dynamic));
        }
        changes.fields("", present, wanted, changes.additions);
        return changes;
    }

    private void fields(String path, JsonNode present, JsonNode wanted, ObjectNode target) {
        wanted.path(PROPERTIES)
                .fields()
                .forEachRemaining(
                        field -> {
                            String name = field.getKey();
                            field(
                                    path.isEmpty() ? name : path + "." + name,
                                    name,
                                    present.path(PROPERTIES).get(name),
                                    field.getValue(),
                                    target);
                        });
    }

    private void field(
            String path, String name, JsonNode present, JsonNode wanted, ObjectNode target) {
        if (present == null) {
            target.withObjectProperty(PROPERTIES).set(name, wanted);
            compatible.add(new Difference(path, null, wanted));
        } else if (!type(present).equals(type(wanted))) {
            conflicts.add(new Difference(path, present, wanted));
        } else if (wanted.has(PROPERTIES)) {
            ObjectNode inner = JsonNodeFactory.instance.objectNode();
            fields(path, present, wanted, inner);
            if (!inner.isEmpty()) {
                target.withObjectProperty(PROPERTIES).set(name, inner);
            }
        } else {
            parameters(path, name, present, wanted, target);
        }
    }

    private void parameters(
            String path, String name, JsonNode present, JsonNode wanted, ObjectNode target) {
        for (Difference one : Differences.between(present, wanted)) {
            Difference named = new Difference(path + "." + one.path(), one.before(), one.after());
            if (CHANGEABLE.contains(one.path()) && one.after() != null) {
                target.withObjectProperty(PROPERTIES).set(name, wanted);
                compatible.add(named);
            } else {
                conflicts.add(named);
            }
        }
    }

    private static String type(JsonNode field) {
        return field.path("type").asText("object");
    }
}
