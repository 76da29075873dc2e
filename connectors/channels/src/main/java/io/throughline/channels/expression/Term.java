package io.throughline.channels.expression;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/** A compiled part of an expression. */
interface Term {

    /**
     * Its value; a missing node when there is none.
     *
     * @throws io.throughline.channels.RejectedException when a text that should be JSON is none
     */
    JsonNode of(Scope scope);

    /** The terms it is made of. */
    default List<Term> parts() {
        return List.of();
    }

    /** Adds the top-level fields of the record it looks at. */
    default void fields(Set<String> into) {
        parts().forEach(part -> part.fields(into));
    }

    /** Whether it looks at the whole record. */
    default boolean hashesContent() {
        return parts().stream().anyMatch(Term::hashesContent);
    }

    /** Whether it looks at the page around the record alone, so that it is the same for all. */
    default boolean samePerPage() {
        return !parts().isEmpty() && parts().stream().allMatch(Term::samePerPage);
    }
}
