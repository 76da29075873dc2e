package io.throughline.conformance.specimen;

import io.throughline.model.Feedback;
import io.throughline.model.Operation;
import io.throughline.model.Turn;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/** A part of a feedback that a value of a record can decide about. */
public enum Facet {
    IDENTITY(Feedback::naturalId),
    CHANNEL(Feedback::channel),
    REVISION(Feedback::revision),
    DELETED(Feedback::operation),
    TIME(Feedback::occurredAt),
    TEXT(Feedback::text),
    RATING(Feedback::rating),
    AUTHOR(Feedback::author),
    TURNS(Facet::words),
    ROLES(Facet::roles),
    LANGUAGE(feedback -> List.of("" + feedback.language(), "" + feedback.locale())),
    URL(Feedback::url),
    TOUCHPOINT(Feedback::touchpoint),
    EXTRAS(Feedback::extras);

    private final Function<Feedback, Object> part;

    Facet(Function<Feedback, Object> part) {
        this.part = part;
    }

    /** Whether the two differ in it. */
    public boolean differs(Feedback one, Feedback other) {
        return !Objects.equals(part.apply(one), part.apply(other));
    }

    /** What differs. A delete has nothing but an id and a revision, and is told by that alone. */
    static Set<Facet> between(Feedback one, Feedback other) {
        EnumSet<Facet> found = EnumSet.noneOf(Facet.class);
        boolean deleted =
                one.operation() == Operation.DELETE || other.operation() == Operation.DELETE;
        for (Facet facet : deleted ? EnumSet.of(IDENTITY, CHANNEL, DELETED) : allOf()) {
            if (facet.differs(one, other)) {
                found.add(facet);
            }
        }
        return found;
    }

    private static EnumSet<Facet> allOf() {
        return EnumSet.allOf(Facet.class);
    }

    private static List<String> words(Feedback feedback) {
        return feedback.conversation() == null
                ? List.of()
                : feedback.conversation().turns().stream().map(Turn::text).toList();
    }

    private static List<Object> roles(Feedback feedback) {
        return feedback.conversation() == null
                ? List.of()
                : feedback.conversation().turns().stream().<Object>map(Turn::role).toList();
    }
}
