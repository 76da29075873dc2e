package io.throughline.stack.kubernetes;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What {@code kubectl kustomize} makes of a folder, as far as the manifests here use it, so that
 * they can be checked without a kubectl. {@link KustomizeTest} holds it against the real one. Other
 * keys than those that kustomize 2.0.3 knows, the oldest in use, are refused.
 */
final class Kustomization {

    private static final Set<String> KEYS =
            Set.of(
                    "apiVersion",
                    "kind",
                    "namespace",
                    "bases",
                    "resources",
                    "patchesStrategicMerge",
                    "patchesJson6902",
                    "configMapGenerator",
                    "generatorOptions",
                    "images");

    private final Path folder;
    private final JsonNode file;

    private Kustomization(Path folder) {
        this.folder = folder;
        this.file = Yamls.documents(folder.resolve("kustomization.yaml")).get(0);
        file.fieldNames()
                .forEachRemaining(
                        key -> {
                            if (!KEYS.contains(key)) {
                                throw new IllegalArgumentException(
                                        folder + ": kustomize 2.0.3 does not know " + key);
                            }
                        });
    }

    static List<JsonNode> render(Path folder) {
        Kustomization kustomization = new Kustomization(folder);
        List<ObjectNode> objects = kustomization.collect();
        kustomization.patch(objects);
        kustomization.transform(objects);
        return List.copyOf(objects);
    }

    private List<ObjectNode> collect() {
        List<ObjectNode> objects = new ArrayList<>();
        for (JsonNode base : file.path("bases")) {
            render(folder.resolve(base.asText()).normalize())
                    .forEach(object -> objects.add((ObjectNode) object));
        }
        for (JsonNode resource : file.path("resources")) {
            Yamls.documents(folder.resolve(resource.asText()))
                    .forEach(object -> objects.add((ObjectNode) object));
        }
        for (JsonNode generator : file.path("configMapGenerator")) {
            objects.add(configMap(generator));
        }
        Set<String> seen = new HashSet<>();
        for (ObjectNode object : objects) {
            if (!seen.add(Manifests.title(object))) {
                throw new IllegalArgumentException(Manifests.title(object) + " is there twice");
            }
        }
        return objects;
    }

    private ObjectNode configMap(JsonNode generator) {
        ObjectNode map = Yamls.JSON.createObjectNode();
        map.put("apiVersion", "v1").put("kind", "ConfigMap");
        map.putObject("metadata").put("name", generator.path("name").asText());
        ObjectNode data = map.putObject("data");
        for (JsonNode name : generator.path("files")) {
            Path source = folder.resolve(name.asText());
            data.put(source.getFileName().toString(), Yamls.text(source));
        }
        return map;
    }

    private void patch(List<ObjectNode> objects) {
        for (JsonNode name : file.path("patchesStrategicMerge")) {
            for (JsonNode patch : Yamls.documents(folder.resolve(name.asText()))) {
                ObjectNode target =
                        find(
                                objects,
                                patch.path("kind").asText(),
                                patch.at("/metadata/name").asText());
                // Lists of kinds that Kubernetes itself has are merged by name, others replaced.
                merge(target, patch, patch.path("apiVersion").asText().startsWith("apps/"));
            }
        }
        for (JsonNode entry : file.path("patchesJson6902")) {
            ObjectNode target =
                    find(
                            objects,
                            entry.at("/target/kind").asText(),
                            entry.at("/target/name").asText());
            Yamls.documents(folder.resolve(entry.path("path").asText()))
                    .get(0)
                    .forEach(operation -> apply(target, operation));
        }
    }

    private static ObjectNode find(List<ObjectNode> objects, String kind, String name) {
        return objects.stream()
                .filter(object -> Manifests.title(object).equals(kind + " " + name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "no " + kind + " " + name + " to patch"));
    }

    private static void merge(ObjectNode target, JsonNode patch, boolean byName) {
        patch.fields()
                .forEachRemaining(
                        field -> {
                            JsonNode there = target.path(field.getKey());
                            if (field.getValue().isNull()) {
                                target.remove(field.getKey());
                            } else if (there.isObject() && field.getValue().isObject()) {
                                merge((ObjectNode) there, field.getValue(), byName);
                            } else if (byName && there.at("/0/name").isTextual()) {
                                mergeNamed((ArrayNode) there, field.getValue());
                            } else {
                                target.set(field.getKey(), field.getValue().deepCopy());
                            }
                        });
    }

    private static void mergeNamed(ArrayNode target, JsonNode patch) {
        for (JsonNode entry : patch) {
            ObjectNode same = null;
            for (JsonNode there : target) {
                if (there.path("name").equals(entry.path("name"))) {
                    same = (ObjectNode) there;
                }
            }
            merge(requireNonNull(same, "no entry " + entry.path("name")), entry, true);
        }
    }

    private static void apply(ObjectNode target, JsonNode operation) {
        String path = operation.path("path").asText();
        int cut = path.lastIndexOf('/');
        JsonNode parent = target.at(path.substring(0, cut));
        String key = path.substring(cut + 1);
        JsonNode value = operation.path("value");
        String kind = operation.path("op").asText();
        boolean fits =
                switch (kind) {
                    case "test" -> target.at(path).equals(value);
                    case "add" -> true;
                    default -> !target.at(path).isMissingNode();
                };
        if (!fits || parent.isMissingNode()) {
            throw new IllegalArgumentException(Manifests.title(target) + ": " + operation);
        }
        if (kind.equals("test")) {
            return;
        }
        if (parent instanceof ArrayNode array) {
            if (key.equals("-")) {
                array.add(value.deepCopy());
            } else if (kind.equals("remove")) {
                array.remove(Integer.parseInt(key));
            } else {
                array.set(Integer.parseInt(key), value.deepCopy());
            }
        } else if (kind.equals("remove")) {
            ((ObjectNode) parent).remove(key);
        } else {
            ((ObjectNode) parent).set(key, value.deepCopy());
        }
    }

    private void transform(List<ObjectNode> objects) {
        String namespace = file.path("namespace").asText();
        for (ObjectNode object : objects) {
            if (!object.path("kind").asText().equals("Namespace") && !namespace.isEmpty()) {
                ((ObjectNode) object.path("metadata")).put("namespace", namespace);
            }
            for (JsonNode image : file.path("images")) {
                object.findValues("containers").forEach(found -> retag(found, image));
            }
        }
    }

    private static void retag(JsonNode containers, JsonNode image) {
        for (JsonNode container : containers) {
            String[] parts = container.path("image").asText().split(":", 2);
            if (parts[0].equals(image.path("name").asText())) {
                String name = image.path("newName").asText(parts[0]);
                ((ObjectNode) container).put("image", name + ":" + image.path("newTag").asText());
            }
        }
    }

    /** Objects by what they are. */
    static Map<String, JsonNode> byTitle(List<JsonNode> objects) {
        Map<String, JsonNode> titles = new java.util.TreeMap<>();
        objects.forEach(object -> titles.put(Manifests.title(object), object));
        return titles;
    }
}
