package io.throughline.domain.rollup;

import java.util.ArrayList;
import java.util.List;

/**
 * Turns a later revision of a feedback into changes of the roll-ups. What both revisions contribute
 * alike cancels out, so that an edit which changes no tag writes nothing.
 */
public final class Retractions {

    private Retractions() {}

    /**
     * First what to take back, then what to add, each in its own order.
     *
     * @param previous what the feedback contributed until now; empty for a new one
     * @param current what it contributes from now on; empty for a delete
     * @param excerpt words of what is added; null when there are none
     */
    public static List<Change> between(
            List<Contribution> previous, List<Contribution> current, Excerpt excerpt) {
        List<Contribution> added = new ArrayList<>(current);
        List<Change> changes = new ArrayList<>();
        for (Contribution contribution : previous) {
            if (!added.remove(contribution)) {
                changes.add(new Change(contribution, Change.RETRACT));
            }
        }
        for (Contribution contribution : added) {
            changes.add(new Change(contribution, Change.ADD, excerpt));
        }
        return List.copyOf(changes);
    }
}
