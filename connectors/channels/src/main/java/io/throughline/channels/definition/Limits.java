package io.throughline.channels.definition;

import java.io.Serializable;

/**
 * What a record may cost before it is refused.
 *
 * @param maxRecord bytes of an envelope's payload; more is {@code TOO_LARGE}
 * @param maxDepth levels of nested objects and arrays; more is {@code TOO_DEEP}
 */
public record Limits(int maxRecord, int maxDepth) implements Serializable {

    /** 4 MiB and 200 levels. */
    public static final Limits DEFAULT = new Limits(4 << 20, 200);

    /**
     * Bytes a source carries at most: a longer record is cut to {@link #CUT_TO} and says its
     * original size. Above every {@link #maxRecord}, so that a record that is merely too large for
     * its channel travels whole and can be replayed after the limit was raised.
     */
    public static final int MAX_CARRIED = 12 << 20;

    /** Bytes that are left of a record longer than {@link #MAX_CARRIED}. */
    public static final int CUT_TO = 1 << 20;

    /** Deepest nesting a definition may allow: reading a level takes a frame of the stack. */
    public static final int DEEPEST = 500;

    public Limits {
        if (maxRecord < 1 || maxRecord > MAX_CARRIED) {
            throw new IllegalArgumentException("maxRecord is 1 to " + MAX_CARRIED + " bytes");
        }
        if (maxDepth < 1 || maxDepth > DEEPEST) {
            throw new IllegalArgumentException("maxDepth is 1 to " + DEEPEST);
        }
    }
}
