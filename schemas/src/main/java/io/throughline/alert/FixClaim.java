package io.throughline.alert;

import java.time.Instant;
import java.util.Objects;

/**
 * Somebody says that what customers complain of is mended. It is a claim: whether customers feel it
 * shows in what they say afterwards.
 *
 * @param by who says so
 * @param at event time from which it counts
 * @param comment what was done; may be null
 */
public record FixClaim(String by, Instant at, String comment) {

    public FixClaim {
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(at, "at");
    }
}
