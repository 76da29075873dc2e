package io.throughline.channels.scaffold;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Chooses what else of a record is worth keeping: categories, versions, places and numbers. What
 * says who somebody is stays out, and so do the words of the company.
 */
final class ExtraColumns {

    private static final int MOST = 8;
    private static final int WORDS = 6;
    private static final int LENGTH = 60;

    private static final int TOO_DEEP = 3;

    private ExtraColumns() {}

    /** Paths by the names that they get, in the order of the columns. */
    static Map<String, String> of(Proposal proposal, Set<String> used) {
        Map<String, String> extras = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>(used);
        for (Facts facts : proposal.columns()) {
            if (extras.size() < MOST && !taken.contains(facts.column().path()) && worth(facts)) {
                name(facts.column(), extras).ifPresent(n -> extras.put(n, facts.column().path()));
            }
        }
        return extras;
    }

    private static boolean worth(Facts facts) {
        Profile profile = facts.profile();
        boolean ofMany = profile.records() >= 8 && profile.unique() && !profile.numeric();
        boolean otherTime = profile.time().isPresent();
        return profile.words() <= WORDS
                && profile.length() <= LENGTH
                && facts.depth() <= TOO_DEEP
                && !facts.inList()
                && !ofMany
                && !otherTime
                && !Profile.links(facts.column())
                && !Profile.uuids(facts.column())
                && !Personal.matches(facts)
                && !secret(facts)
                && facts.sure(Meaning.AUTHOR) < 6
                && !(facts.sure(Meaning.ID) >= 6 && facts.sure(Meaning.OTHER) < 6)
                && !(facts.ofCompany() && profile.words() > 2);
    }

    private static boolean secret(Facts facts) {
        return Names.words(facts.column().name())
                .matches(".*\\b(token|secret|key|hash|password|headers?)\\b.*");
    }

    /** Its own name, or with the object around it when there are two of it. */
    private static Optional<String> name(Column column, Map<String, String> taken) {
        List<String> parts = new ArrayList<>(column.ownNames());
        if (column.path().contains("[?(") && parts.size() == column.names().size()) {
            parts.remove(parts.size() - 1);
        }
        for (int from = parts.size() - 1; from >= 0; from--) {
            String name = String.join(".", parts.subList(from, parts.size()));
            if (!taken.containsKey(name)) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }
}
