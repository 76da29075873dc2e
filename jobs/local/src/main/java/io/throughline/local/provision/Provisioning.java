package io.throughline.local.provision;

import java.io.PrintStream;
import java.util.stream.Collectors;

/** Tells people of a plan on one stream, programs on the other, and carries it out. */
public final class Provisioning {

    /** Exit code when everything is in place but what is listed. */
    private static final int SOME_LEFT = 3;

    private static final int MOST_NOTES = 3;

    private final PrintStream out;
    private final PrintStream err;

    /**
     * Tells, and changes nothing by itself.
     *
     * @param out for the plan as JSON, one line
     * @param err for people
     */
    public Provisioning(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Shows what would be changed. */
    public void show(Plan plan) {
        err.print(PlanText.of(plan));
        out.println(PlanJson.of(plan, PlanJson.Applied.NO));
        if (plan.refused()) {
            err.println("Nothing can be changed before what is refused is out of the way.");
        } else if (plan.changes() == 0) {
            err.println("There is nothing to change. Everything is in place" + left(plan));
        } else {
            err.println(plan.changes() + " to change. Nothing was changed: a dry run.");
        }
    }

    /**
     * Changes what is not as it should be.
     *
     * @throws ProvisionException when something stands in the way, nothing is changed then; or when
     *     a change failed
     */
    public void apply(Plan plan) {
        err.print(PlanText.of(plan));
        if (plan.refused()) {
            out.println(PlanJson.of(plan, PlanJson.Applied.NO));
            throw new ProvisionException(
                    "nothing was changed: what is REFUSED above has to be out of the way first.");
        }
        plan.apply()
                .ifPresent(
                        failure -> {
                            out.println(PlanJson.of(plan, failure));
                            throw new ProvisionException(told(plan, failure), failure.cause());
                        });
        out.println(PlanJson.of(plan, PlanJson.Applied.YES));
        err.println(
                (plan.changes() == 0
                                ? "Nothing was changed: everything was in place"
                                : plan.changes() + " changed; everything else was in place")
                        + left(plan));
    }

    private static String told(Plan plan, Plan.Failure failure) {
        Step step = failure.step();
        return step.kind()
                + " "
                + step.name()
                + ": "
                + failure.cause().getMessage()
                + ". "
                + failure.done()
                + " of "
                + plan.changes()
                + " changes were made, those listed above it; run provision again, it goes on from"
                + " there.";
    }

    /** Ends a sentence that everything is well, with what to do about the rest. */
    private static String left(Plan plan) {
        if (!plan.leaves()) {
            return ".";
        }
        return plan.steps().stream()
                .filter(step -> step.effect() == Effect.LEFT)
                .map(Step::note)
                .distinct()
                .limit(MOST_NOTES)
                .collect(
                        Collectors.joining(
                                System.lineSeparator(),
                                ", but for what is LEFT above:" + System.lineSeparator(),
                                ""));
    }

    /** Exit code of a command that ended with this plan. */
    public static int exitCode(Plan plan) {
        return plan.refused() ? 1 : plan.leaves() ? SOME_LEFT : 0;
    }
}
