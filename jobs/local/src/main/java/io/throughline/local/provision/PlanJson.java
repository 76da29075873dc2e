package io.throughline.local.provision;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** A plan as the JSON summary of the command. */
final class PlanJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private PlanJson() {}

    /**
     * Counts by effect and every step; fields that change only where there are some.
     *
     * @param applied whether the steps were taken
     */
    static ObjectNode of(Plan plan, Applied applied) {
        ObjectNode json = JSON.createObjectNode();
        json.put("applied", applied == Applied.YES);
        for (Effect effect : Effect.values()) {
            json.put(
                    name(effect),
                    plan.steps().stream().filter(step -> step.effect() == effect).count());
        }
        ArrayNode steps = json.putArray("steps");
        plan.steps().forEach(step -> steps.add(step(step)));
        return json;
    }

    /** The same of a plan that stopped: how many changes were made, and at what it stopped. */
    static ObjectNode of(Plan plan, Plan.Failure failure) {
        ObjectNode json = of(plan, Applied.NO);
        json.put("done", failure.done());
        json.set("failed", step(failure.step()).put("reason", failure.cause().getMessage()));
        return json;
    }

    /** Whether a plan was taken. */
    enum Applied {
        YES,
        NO
    }

    private static ObjectNode step(Step step) {
        ObjectNode json =
                JSON.createObjectNode()
                        .put("where", step.where())
                        .put("kind", step.kind())
                        .put("name", step.name())
                        .put("effect", name(step.effect()));
        if (!step.differences().isEmpty()) {
            ArrayNode fields = json.putArray("fields");
            step.differences()
                    .forEach(
                            one -> {
                                ObjectNode field = fields.addObject().put("path", one.path());
                                if (one.before() != null) {
                                    field.set("before", one.before());
                                }
                                if (one.after() != null) {
                                    field.set("after", one.after());
                                }
                            });
        }
        if (!step.note().isEmpty()) {
            json.put("note", step.note());
        }
        return json;
    }

    private static String name(Effect effect) {
        return effect.name().toLowerCase(Locale.ROOT);
    }
}
