package io.throughline.local.provision;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.elasticsearch.ClusterAdmin;
import io.throughline.elasticsearch.TemplateForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Index templates. One of the same name that is not ours is left to its owner, and one that would
 * win over ours stands in the way: indices would come up with a mapping that nobody meant.
 */
final class TemplateSteps {

    static final String KIND = "index template";

    private final ClusterAdmin cluster;
    private final Map<String, JsonNode> present;

    TemplateSteps(ClusterAdmin cluster) {
        this.cluster = cluster;
        this.present = cluster.indexTemplates();
    }

    Step step(String name, JsonNode wanted) {
        for (JsonNode pattern : wanted.path("index_patterns")) {
            List<String> stronger = stronger(name, pattern.asText(), wanted.path("priority"));
            if (!stronger.isEmpty()) {
                return refused(
                        name,
                        "The index template "
                                + String.join(", ", stronger)
                                + " takes indices of "
                                + pattern.asText()
                                + " too, and wins: give it a priority below "
                                + wanted.path("priority").asText()
                                + " or patterns that leave them out, or remove it.");
            }
        }
        JsonNode found = present.get(name);
        Runnable put = () -> cluster.putIndexTemplate(name, wanted);
        if (found == null) {
            return Step.create(ClusterPlan.WHERE, KIND, name, put);
        }
        if (!Owner.is(found)) {
            return refused(
                    name,
                    "There is an index template of that name that Throughline has not made: rename"
                            + " or remove it.");
        }
        if (found.path("version").asInt() > wanted.path("version").asInt()) {
            return refused(
                    name,
                    "It is of a newer Throughline (version "
                            + found.path("version").asInt()
                            + ", this one brings "
                            + wanted.path("version").asInt()
                            + "): provision with that one.");
        }
        return Step.update(
                ClusterPlan.WHERE,
                KIND,
                name,
                Differences.between(TemplateForm.of(found), TemplateForm.of(wanted)),
                put);
    }

    /** Templates of others that win over one of ours, or that none can be put beside. */
    private List<String> stronger(String name, String pattern, JsonNode priority) {
        List<String> found = new ArrayList<>();
        present.forEach(
                (other, template) -> {
                    boolean takes = false;
                    for (JsonNode its : template.path("index_patterns")) {
                        takes |= Patterns.overlap(its.asText(), pattern);
                    }
                    if (takes
                            && !other.equals(name)
                            && template.path("priority").asLong() >= priority.asLong()) {
                        found.add(other);
                    }
                });
        return found;
    }

    private static Step refused(String name, String note) {
        return Step.refused(ClusterPlan.WHERE, KIND, name, note);
    }
}
