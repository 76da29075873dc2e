package io.throughline.stack.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A pod that an object makes.
 *
 * @param owner the object
 * @param template metadata and spec of the pod
 */
record Pod(JsonNode owner, JsonNode template) {

    static Pod of(JsonNode owner, JsonNode template) {
        return new Pod(owner, template);
    }

    String title() {
        return Manifests.title(owner);
    }

    JsonNode spec() {
        return template.path("spec");
    }

    Stream<JsonNode> containers() {
        return Stream.concat(
                stream(spec().path("initContainers")), stream(spec().path("containers")));
    }

    /** Its labels, those that an operator gives it by itself included. */
    Map<String, String> labels() {
        Map<String, String> labels = new TreeMap<>();
        String name = Manifests.name(owner);
        switch (owner.path("kind").asText()) {
            case "Elasticsearch" -> labels.put("elasticsearch.k8s.elastic.co/cluster-name", name);
            case "Kibana" -> labels.put("kibana.k8s.elastic.co/name", name);
            default -> {}
        }
        template.at("/metadata/labels")
                .fields()
                .forEachRemaining(label -> labels.put(label.getKey(), label.getValue().asText()));
        return labels;
    }

    static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    @Override
    public String toString() {
        return title();
    }
}
