package io.throughline.local.provision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.elasticsearch.ClusterAdmin;
import io.throughline.elasticsearch.TemplateForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Has the cluster delete old months by itself. The policy counts from the begin of a month and not
 * from when its index was made: history that is read in today is as old as it is. New months come
 * up with the policy by a component template that those of Throughline include.
 */
final class LifecycleSteps {

    /** Name of the policy and of the component template. */
    static final String NAME = "throughline-retention";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String POLICY = "index.lifecycle.name";
    private static final String ORIGIN = "index.lifecycle.origination_date";

    private final ClusterAdmin cluster;
    private final Keep keep;

    LifecycleSteps(ClusterAdmin cluster, Keep keep) {
        this.cluster = cluster;
        this.keep = keep;
    }

    List<Step> steps(Map<String, Map<String, JsonNode>> monthsByAlias) {
        List<Step> steps = new ArrayList<>(List.of(policy(), template()));
        if (steps.stream().noneMatch(step -> step.effect() == Effect.REFUSED)) {
            monthsByAlias.forEach(
                    (alias, months) ->
                            months.forEach(
                                    (index, state) -> steps.add(settings(alias, index, state))));
        }
        return steps;
    }

    private Step policy() {
        ObjectNode wanted = JSON.createObjectNode();
        wanted.putObject("_meta").put("owner", "throughline").put("keep", keep.toString());
        ObjectNode phases = wanted.putObject("phases");
        phases.putObject("delete")
                .put("min_age", keep.daysFromBegin() + "d")
                .putObject("actions")
                .putObject("delete");
        Optional<JsonNode> found = cluster.lifecycle(NAME);
        Runnable put = () -> cluster.putLifecycle(NAME, wanted);
        return found.map(
                        policy ->
                                Owner.is(policy)
                                        ? Step.update(
                                                ClusterPlan.WHERE,
                                                "lifecycle policy",
                                                NAME,
                                                Differences.missing(policy, wanted),
                                                put)
                                        : notOurs("lifecycle policy"))
                .orElseGet(() -> Step.create(ClusterPlan.WHERE, "lifecycle policy", NAME, put));
    }

    private Step template() {
        ObjectNode wanted = JSON.createObjectNode();
        wanted.putObject("_meta").put("owner", "throughline");
        wanted.putObject("template").putObject("settings").put(POLICY, NAME);
        Runnable put = () -> cluster.putComponentTemplate(NAME, wanted);
        return cluster.componentTemplate(NAME)
                .map(
                        found ->
                                Owner.is(found)
                                        ? Step.update(
                                                ClusterPlan.WHERE,
                                                "component template",
                                                NAME,
                                                Differences.between(
                                                        TemplateForm.of(found),
                                                        TemplateForm.of(wanted)),
                                                put)
                                        : notOurs("component template"))
                .orElseGet(() -> Step.create(ClusterPlan.WHERE, "component template", NAME, put));
    }

    private static Step notOurs(String kind) {
        return Step.refused(
                ClusterPlan.WHERE,
                kind,
                NAME,
                "There is one of that name that Throughline has not made: rename or remove it.");
    }

    private Step settings(String alias, String index, JsonNode state) {
        JsonNode present = TemplateForm.settings(state.path("settings"));
        String policy = present.path(POLICY).asText(NAME);
        if (!policy.equals(NAME)) {
            return Step.left(
                    ClusterPlan.WHERE,
                    "settings",
                    index,
                    List.of(),
                    "It has the lifecycle policy " + policy + ", which decides when it goes.");
        }
        ObjectNode wanted = JSON.createObjectNode();
        wanted.put(POLICY, NAME);
        Months.of(index, alias)
                .ifPresent(
                        month ->
                                wanted.put(
                                        ORIGIN, Long.toString(Months.begin(month).toEpochMilli())));
        return Step.update(
                ClusterPlan.WHERE,
                "settings",
                index,
                Differences.missing(present, wanted),
                () -> cluster.putSettings(index, wanted));
    }
}
