package io.throughline.domain.rollup;

import java.util.ArrayList;
import java.util.List;

/**
 * Turns a later revision of a feedback into changes of the roll-ups. What both revisions contribute
 * alike cancels out, so that an edit which changes no tag and no term writes nothing.
 */
public final class Retractions {

    private Retractions() {}

    /** The same without terms. */
    public static List<Change> between(
            List<Contribution> previous, List<Contribution> current, Excerpt excerpt) {
        return between(new Said(previous, List.of()), new Said(current, List.of()), excerpt);
    }

    /**
     * First what to take back, then what to add, each in its own order.
     *
     * @param previous what the feedback said until now; {@link Said#NOTHING} for a new one
     * @param current what it says from now on; {@link Said#NOTHING} for a delete
     * @param excerpt words of what is added; null when there are none
     */
    public static List<Change> between(Said previous, Said current, Excerpt excerpt) {
        boolean otherWords = !previous.terms().equals(current.terms());
        List<Contribution> added = new ArrayList<>(current.contributions());
        List<Change> changes = new ArrayList<>();
        for (Contribution contribution : previous.contributions()) {
            if (otherWords || !added.remove(contribution)) {
                changes.add(new Change(contribution, Change.RETRACT, null, previous.terms()));
            }
        }
        for (Contribution contribution : added) {
            changes.add(new Change(contribution, Change.ADD, excerpt, current.terms()));
        }
        return List.copyOf(changes);
    }

    /**
     * What a feedback contributes and the terms of its text.
     *
     * @param terms in the order of the text
     */
    public record Said(List<Contribution> contributions, List<String> terms) {

        /** Of a feedback that is not there. */
        public static final Said NOTHING = new Said(List.of(), List.of());

        public Said {
            contributions = List.copyOf(contributions);
            terms = List.copyOf(terms);
        }
    }
}
