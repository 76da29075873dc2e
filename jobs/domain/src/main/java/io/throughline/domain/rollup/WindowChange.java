package io.throughline.domain.rollup;

import java.util.Objects;

/**
 * What several changes together add to an hour or a day.
 *
 * @param facts sums of what was added less what was taken back; may be below 0
 */
public record WindowChange(WindowKey window, SignalFacts facts) {

    public WindowChange {
        Objects.requireNonNull(window, "window");
        Objects.requireNonNull(facts, "facts");
    }
}
