package io.throughline.local.provision;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;

/** Tells people of a plan and carries it out. */
public final class Provisioning {

    /** Exit code when everything is in place but what is listed. */
    private static final int SOME_LEFT = 3;

    private final PrintStream err;

    public Provisioning(PrintStream err) {
        this.err = err;
    }

    /**
     * Shows what would be changed.
     *
     * @return the plan as JSON
     */
    public JsonNode show(Plan plan) {
        err.print(PlanText.of(plan));
        err.println(
                plan.refused()
                        ? "Nothing can be changed before what is refused is out of the way."
                        : plan.changes() == 0
                                ? "Everything is in place: there is nothing to change."
                                : plan.changes() + " to change. Nothing was changed: a dry run.");
        return PlanJson.of(plan, PlanJson.Applied.NO);
    }

    /**
     * Changes what is not as it should be.
     *
     * @return the plan as JSON
     * @throws ProvisionException when something stands in the way; nothing is changed then
     */
    public JsonNode apply(Plan plan) {
        err.print(PlanText.of(plan));
        if (plan.refused()) {
            throw new ProvisionException(
                    "nothing was changed: what is REFUSED above has to be out of the way first.");
        }
        plan.apply(step -> {});
        err.println(
                plan.changes() == 0
                        ? "Everything was in place: nothing was changed."
                        : plan.changes() + " changed; everything else was in place.");
        return PlanJson.of(plan, PlanJson.Applied.YES);
    }

    /** Exit code of a command that ended with this plan. */
    public static int exitCode(Plan plan) {
        return plan.refused() ? 1 : plan.leaves() ? SOME_LEFT : 0;
    }
}
