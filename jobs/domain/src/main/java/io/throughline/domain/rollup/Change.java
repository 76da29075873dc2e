package io.throughline.domain.rollup;

import java.util.Objects;

/**
 * A contribution to add to its roll-up or to take back.
 *
 * @param sign 1 to add, -1 to take back
 * @param excerpt words behind what is added; null when it has none, and of what is taken back
 */
public record Change(Contribution contribution, int sign, Excerpt excerpt) {

    /** {@link #sign} of a contribution to add. */
    public static final int ADD = 1;

    /** {@link #sign} of a contribution to take back. */
    public static final int RETRACT = -1;

    public Change {
        Objects.requireNonNull(contribution, "contribution");
        if (sign != ADD && sign != RETRACT) {
            throw new IllegalArgumentException("sign " + sign + " is neither 1 nor -1");
        }
    }

    /** A change without words. */
    public Change(Contribution contribution, int sign) {
        this(contribution, sign, null);
    }
}
