package io.throughline.domain.rollup;

import java.util.List;
import java.util.Objects;

/**
 * A contribution to add to its roll-up or to take back.
 *
 * @param sign 1 to add, -1 to take back
 * @param excerpt words behind what is added; null when it has none, and of what is taken back
 * @param terms of the feedback's text ({@link io.throughline.domain.terms.Terms}); what is taken
 *     back has those with which it was added
 */
public record Change(Contribution contribution, int sign, Excerpt excerpt, List<String> terms) {

    /** {@link #sign} of a contribution to add. */
    public static final int ADD = 1;

    /** {@link #sign} of a contribution to take back. */
    public static final int RETRACT = -1;

    public Change {
        Objects.requireNonNull(contribution, "contribution");
        terms = terms == null ? List.of() : List.copyOf(terms);
        if (sign != ADD && sign != RETRACT) {
            throw new IllegalArgumentException("sign " + sign + " is neither 1 nor -1");
        }
    }

    /** A change without terms. */
    public Change(Contribution contribution, int sign, Excerpt excerpt) {
        this(contribution, sign, excerpt, List.of());
    }

    /** A change without words. */
    public Change(Contribution contribution, int sign) {
        this(contribution, sign, null);
    }
}
