package io.throughline.local.provision;

import io.throughline.elasticsearch.ElasticsearchSetupException;
import io.throughline.kibana.api.KibanaException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is to be put in place, in the order in which it is. */
public record Plan(List<Step> steps) {

    public Plan {
        steps = List.copyOf(steps);
    }

    /** Both, one after the other. */
    public Plan and(Plan more) {
        List<Step> both = new ArrayList<>(steps);
        both.addAll(more.steps);
        return new Plan(both);
    }

    /** Whether something stands in the way of all of it. */
    public boolean refused() {
        return has(Effect.REFUSED);
    }

    /** Whether something stays that cannot be as it should. */
    public boolean leaves() {
        return has(Effect.LEFT);
    }

    /** How many steps change something. */
    public long changes() {
        return steps.stream().filter(step -> step.effect().changes()).count();
    }

    private boolean has(Effect effect) {
        return steps.stream().anyMatch(step -> step.effect() == effect);
    }

    /**
     * Takes the steps that change something, up to one that fails.
     *
     * @return that one; empty when all were taken
     * @throws IllegalStateException when something stands in the way
     */
    Optional<Failure> apply() {
        if (refused()) {
            throw new IllegalStateException("a refused plan is not applied");
        }
        long done = 0;
        for (Step step : steps) {
            if (step.effect().changes()) {
                try {
                    step.action().run();
                } catch (KibanaException | ElasticsearchSetupException e) {
                    return Optional.of(new Failure(step, done, e));
                }
                done++;
            }
        }
        return Optional.empty();
    }

    /**
     * Where a plan stopped.
     *
     * @param step that failed
     * @param done how many changes were made before it
     * @param cause with a sentence why
     */
    record Failure(Step step, long done, RuntimeException cause) {}
}
