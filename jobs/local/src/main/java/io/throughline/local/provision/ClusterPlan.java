package io.throughline.local.provision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.throughline.document.IndexTemplate;
import io.throughline.elasticsearch.ClusterAdmin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What is to be put into Elasticsearch. */
public final class ClusterPlan {

    static final String WHERE = "elasticsearch";

    private static final ObjectMapper JSON = new ObjectMapper();

    private ClusterPlan() {}

    /**
     * Looks, and changes nothing.
     *
     * @param keep how long months are kept; without it nothing is deleted, and a policy that is
     *     there stays as it is
     * @throws io.throughline.elasticsearch.ElasticsearchSetupException when the cluster is not to
     *     be had
     */
    public static Plan of(
            ClusterAdmin cluster, List<IndexTemplate> templates, Optional<Keep> keep) {
        Map<String, Map<String, JsonNode>> months = months(cluster);
        List<Step> steps = new ArrayList<>();
        keep.ifPresent(time -> steps.addAll(retention(cluster, time, months)));
        TemplateSteps templateSteps = new TemplateSteps(cluster);
        templates.forEach(
                template -> steps.add(templateSteps.step(template.name(), body(template))));
        IndexSteps indexSteps = new IndexSteps(cluster);
        for (IndexTemplate template : templates) {
            String name = template.name();
            JsonNode mappings = body(template).at("/template/mappings");
            steps.addAll(
                    months.containsKey(name)
                            ? indexSteps.ofMonths(name, months.get(name), mappings)
                            : indexSteps.ofName(name, mappings));
        }
        return new Plan(steps);
    }

    private static List<Step> retention(
            ClusterAdmin cluster, Keep keep, Map<String, Map<String, JsonNode>> months) {
        if (cluster.hasLifecycles()) {
            return new LifecycleSteps(cluster, keep).steps(months);
        }
        return List.of(
                Step.left(
                        WHERE,
                        "lifecycle policy",
                        LifecycleSteps.NAME,
                        List.of(),
                        "This cluster has no index lifecycle management: run ./throughline"
                                + " retention --keep "
                                + keep
                                + " once a month."));
    }

    /** Indices by month, by the alias they belong behind. */
    static Map<String, Map<String, JsonNode>> months(ClusterAdmin cluster) {
        Map<String, Map<String, JsonNode>> months = new LinkedHashMap<>();
        for (String alias : Months.ALIASES) {
            Map<String, JsonNode> indices = new TreeMap<>(cluster.indices(alias + "-*"));
            indices.keySet().removeIf(index -> Months.of(index, alias).isEmpty());
            months.put(alias, indices);
        }
        return months;
    }

    private static JsonNode body(IndexTemplate template) {
        try {
            return JSON.readTree(template.json());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "the index template " + template.name() + " is no JSON", e);
        }
    }
}
