package io.throughline.stack.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the API server checks of an object, as far as that can be told without one, and more: the
 * server drops keys that a schema does not know, and a typing error would be a setting that never
 * was, so objects are closed here. Words, names and quantities it checks by its own code and not by
 * a schema; {@code values.json} adds them.
 */
final class Schemas {

    private static final List<String> FILES =
            List.of("kubernetes", "flink-operator", "strimzi", "prometheus-operator", "elastic");
    private static final String METADATA = "io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta";
    private static final String REFERENCE = "#/definitions/";

    private final ObjectNode definitions = Yamls.JSON.createObjectNode();
    private final Map<String, JsonSchema> schemas = new TreeMap<>();

    Schemas() {
        ObjectNode kinds = Yamls.JSON.createObjectNode();
        for (String name : FILES) {
            JsonNode file = read(name);
            definitions.setAll((ObjectNode) file.path("definitions"));
            file.path("kinds")
                    .fields()
                    .forEachRemaining(kind -> kinds.set(kind.getKey(), named(kind.getValue())));
        }
        JsonNode values = read("values");
        values.path("definitions").fields().forEachRemaining(at -> narrow(definitions, at));
        values.path("kinds").fields().forEachRemaining(at -> narrow(kinds, at));
        close(definitions);
        close(kinds);
        kinds.fields()
                .forEachRemaining(kind -> schemas.put(kind.getKey(), schema(kind.getValue())));
    }

    /** What is wrong with an object; nothing when the API server would take it as it is. */
    List<String> problems(JsonNode object) {
        String kind = object.path("apiVersion").asText() + " " + object.path("kind").asText();
        if (!schemas.containsKey(kind)) {
            return List.of("no schema of " + kind);
        }
        return schemas.get(kind).validate(object).stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }

    private JsonSchema schema(JsonNode kind) {
        ObjectNode document = Yamls.JSON.createObjectNode();
        document.set("definitions", definitions);
        document.putArray("allOf").add(kind);
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(document);
    }

    /**
     * A custom resource with its metadata checked as well; its own schema leaves that to the
     * server.
     */
    private static JsonNode named(JsonNode kind) {
        if (kind.path("properties") instanceof ObjectNode properties) {
            properties.putObject("apiVersion").put("type", "string");
            properties.putObject("kind").put("type", "string");
            properties.putObject("metadata").put("$ref", REFERENCE + METADATA);
        }
        return kind;
    }

    /** Adds to a schema what values may be, each by the path of what it is about. */
    private static void narrow(JsonNode schemas, Map.Entry<String, JsonNode> additions) {
        additions
                .getValue()
                .fields()
                .forEachRemaining(
                        addition -> {
                            JsonNode at = schemas.path(additions.getKey());
                            for (String step : addition.getKey().split("/")) {
                                if (step.equals("*")) {
                                    at = at.path("items");
                                } else if (!step.isEmpty()) {
                                    at = at.path("properties").path(step);
                                }
                            }
                            if (!(at instanceof ObjectNode schema) || schema.has("$ref")) {
                                throw new IllegalArgumentException(
                                        "values.json: nothing of its own is at "
                                                + additions.getKey()
                                                + addition.getKey());
                            }
                            if (addition.getValue().has("$ref")) {
                                schema.removeAll();
                            }
                            schema.setAll((ObjectNode) addition.getValue());
                        });
    }

    /** Forbids keys that are not named, and says what Kubernetes means by its own words. */
    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object) {
            boolean open = object.path("x-kubernetes-preserve-unknown-fields").asBoolean();
            if (object.path("properties").isObject()
                    && !object.has("additionalProperties")
                    && !open) {
                object.put("additionalProperties", false);
            }
            if (object.path("x-kubernetes-int-or-string").asBoolean()
                    || object.path("format").asText().equals("int-or-string")) {
                object.remove("anyOf");
                object.putArray("type").add("integer").add("string");
            }
        }
        schema.forEach(Schemas::close);
    }

    private static JsonNode read(String name) {
        try {
            return Yamls.JSON.readTree(
                    Manifests.K8S.resolve("schema").resolve(name + ".json").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
