package io.throughline.local.provision;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.elasticsearch.ClusterAdmin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Indices that are there already, which a template no longer reaches: fields and aliases they lack
 * are added. Those with a fixed name are created.
 */
final class IndexSteps {

    private static final String KIND = "index";
    private static final String CANNOT =
            "Elasticsearch cannot change these fields where they are. Copy the index to another name"
                    + " with _reindex, delete it, provision again, and copy the documents back; or let"
                    + " it be when nothing is written to it any more.";

    private final ClusterAdmin cluster;

    IndexSteps(ClusterAdmin cluster) {
        this.cluster = cluster;
    }

    /** Of an index that has a name of its own. */
    List<Step> ofName(String name, JsonNode mappings) {
        Map<String, JsonNode> present = cluster.indices(name);
        if (present.isEmpty()) {
            return List.of(
                    Step.create(ClusterPlan.WHERE, KIND, name, () -> cluster.createIndex(name)));
        }
        List<Step> steps = new ArrayList<>();
        present.forEach((index, state) -> steps.addAll(mapping(index, state, mappings)));
        return steps;
    }

    /** Of the months behind an alias. */
    List<Step> ofMonths(String alias, Map<String, JsonNode> months, JsonNode mappings) {
        List<Step> steps = new ArrayList<>();
        if (cluster.indices(alias).containsKey(alias)) {
            steps.add(
                    Step.refused(
                            ClusterPlan.WHERE,
                            "alias",
                            alias,
                            "An index has the name of the alias, probably since something was"
                                    + " written before the templates were there: look what is in"
                                    + " it, and delete it."));
        }
        months.forEach(
                (index, state) -> {
                    steps.addAll(mapping(index, state, mappings));
                    if (!state.path("aliases").has(alias)) {
                        steps.add(
                                Step.create(
                                        ClusterPlan.WHERE,
                                        "alias",
                                        alias + " of " + index,
                                        () -> cluster.addAlias(index, alias)));
                    }
                });
        return steps;
    }

    private List<Step> mapping(String index, JsonNode state, JsonNode mappings) {
        FieldChanges changes = FieldChanges.of(state.path("mappings"), mappings);
        List<Step> steps = new ArrayList<>();
        steps.add(
                Step.update(
                        ClusterPlan.WHERE,
                        KIND,
                        index,
                        changes.compatible(),
                        () -> cluster.putMapping(index, changes.additions())));
        if (!changes.conflicts().isEmpty()) {
            steps.add(Step.left(ClusterPlan.WHERE, KIND, index, changes.conflicts(), CANNOT));
        }
        return steps;
    }
}
