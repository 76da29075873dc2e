package io.throughline.health;

import java.io.Serializable;
import java.time.Duration;
import java.util.Objects;

/**
 * When a channel is not well.
 *
 * @param expectEvery it is silent when it brought nothing for longer; null to go by its own history
 * @param failingAfter it fails when it failed so many times in a row, at least 1
 * @param behindAfter it is behind when what it brings is older
 */
public record HealthRules(Duration expectEvery, int failingAfter, Duration behindAfter)
        implements Serializable {

    /** Silence by history, failing after 3, behind after 5 min. */
    public static final HealthRules DEFAULT = new HealthRules(null, 3, Duration.ofMinutes(5));

    public HealthRules {
        Objects.requireNonNull(behindAfter, "behindAfter");
        if (failingAfter < 1) {
            throw new IllegalArgumentException("failing after " + failingAfter + " failures");
        }
    }
}
