package io.throughline.stack.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The objects of {@code k8s/base} or of an overlay, as they are applied. */
record Manifests(String name, List<JsonNode> objects) {

    static final Path K8S = Path.of("../../k8s");

    private static final List<String> FOLDERS =
            List.of("base", "overlays/dev", "overlays/production");
    private static final Map<String, Manifests> RENDERED = new LinkedHashMap<>();

    Manifests {
        objects = List.copyOf(objects);
    }

    static synchronized Manifests of(String folder) {
        return RENDERED.computeIfAbsent(
                folder, name -> new Manifests(name, Kustomization.render(K8S.resolve(name))));
    }

    static List<Manifests> all() {
        return FOLDERS.stream().map(Manifests::of).toList();
    }

    Stream<JsonNode> kind(String kind) {
        return objects.stream().filter(object -> object.path("kind").asText().equals(kind));
    }

    JsonNode named(String kind, String name) {
        return kind(kind)
                .filter(object -> name(object).equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no " + kind + " " + name));
    }

    List<String> names(String kind) {
        return kind(kind).map(Manifests::name).toList();
    }

    static String name(JsonNode object) {
        return object.at("/metadata/name").asText();
    }

    static String title(JsonNode object) {
        return object.path("kind").asText() + " " + name(object);
    }

    /** Pods that these objects make and say the template of. */
    List<Pod> pods() {
        List<Pod> pods = new ArrayList<>();
        for (JsonNode object : objects) {
            switch (object.path("kind").asText()) {
                case "Deployment", "Job" -> pods.add(Pod.of(object, object.at("/spec/template")));
                case "FlinkDeployment" -> pods.add(Pod.of(object, object.at("/spec/podTemplate")));
                case "Kibana" -> pods.add(Pod.of(object, object.at("/spec/podTemplate")));
                case "Elasticsearch" ->
                        object.at("/spec/nodeSets")
                                .forEach(set -> pods.add(Pod.of(object, set.path("podTemplate"))));
                default -> {}
            }
        }
        return pods;
    }

    @Override
    public String toString() {
        return name;
    }
}
