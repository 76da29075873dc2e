package io.throughline.local.provision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.kibana.SavedObject;
import io.throughline.kibana.SavedObjects;
import io.throughline.kibana.api.KibanaClient;
import io.throughline.kibana.api.ObjectKey;
import io.throughline.kibana.rules.KibanaRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is to be put into Kibana: saved objects that differ, and example rules. Of a rule that is
 * there, who is told and whether it runs belong to those who operate Kibana and stay.
 */
public final class KibanaPlan {

    static final String WHERE = "kibana";

    /** What of a rule is ours. */
    private static final List<String> OURS = List.of("name", "tags", "schedule", "params");

    /** What of a rule is its operators', and would go if a change left it out. */
    private static final List<String> THEIRS =
            List.of("actions", "alert_delay", "flapping", "throttle", "notify_when");

    private KibanaPlan() {}

    /** Looks, and changes nothing. */
    public static Plan of(KibanaClient kibana, List<SavedObject> objects, List<KibanaRule> rules) {
        List<Step> steps = new ArrayList<>(objects(kibana, objects));
        rules.forEach(rule -> steps.add(rule(kibana, rule)));
        return new Plan(steps);
    }

    private static List<Step> objects(KibanaClient kibana, List<SavedObject> objects) {
        Map<ObjectKey, JsonNode> present =
                kibana.export(objects.stream().map(KibanaPlan::key).toList());
        List<Step> steps = new ArrayList<>();
        for (SavedObject object : objects) {
            JsonNode found = present.get(key(object));
            String title = object.attributes().path("title").asText("");
            String name = object.id() + (title.isEmpty() ? "" : " (" + title + ")");
            Runnable put = () -> kibana.importAll(SavedObjects.ndjson(List.of(object)));
            steps.add(
                    found == null
                            ? Step.create(WHERE, object.type(), name, put)
                            : Step.update(
                                    WHERE,
                                    object.type(),
                                    name,
                                    SavedObjectForm.missing(found, object.json()),
                                    put));
        }
        return steps;
    }

    private static ObjectKey key(SavedObject object) {
        return new ObjectKey(object.type(), object.id());
    }

    private static Step rule(KibanaClient kibana, KibanaRule rule) {
        ObjectNode body = rule.body();
        String name = body.path("name").asText() + ", " + rule.id();
        Optional<JsonNode> found = kibana.rule(rule.id());
        if (found.isEmpty()) {
            return Step.create(WHERE, "rule", name, () -> kibana.createRule(rule.id(), body));
        }
        JsonNode present = found.get();
        if (!present.path("rule_type_id").equals(body.path("rule_type_id"))) {
            return Step.left(
                    WHERE,
                    "rule",
                    name,
                    Differences.missing(present, body.deepCopy().retain("rule_type_id")),
                    "The kind of a rule cannot be changed: delete it in Kibana, and provision"
                            + " again.");
        }
        ObjectNode ours = body.deepCopy().retain(OURS);
        return Step.update(
                WHERE,
                "rule",
                name,
                Differences.missing(SavedObjectForm.parsed(present), SavedObjectForm.parsed(ours)),
                () -> kibana.updateRule(rule.id(), changed(present, ours)));
    }

    private static ObjectNode changed(JsonNode present, ObjectNode ours) {
        ObjectNode body = ours.deepCopy();
        for (String name : THEIRS) {
            if (present.hasNonNull(name)) {
                body.set(name, present.get(name).deepCopy());
            }
        }
        if (body.get("actions") instanceof ArrayNode actions) {
            // Kibana tells the kind of a connector and does not take it back.
            actions.forEach(action -> ((ObjectNode) action).remove("connector_type_id"));
        }
        return body;
    }
}
