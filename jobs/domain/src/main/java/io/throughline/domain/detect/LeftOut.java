package io.throughline.domain.detect;

import java.time.Instant;
import java.util.Objects;

/**
 * Feedback to leave out of account, because something is wrong with it.
 *
 * @param channel null for all
 * @param from begin of event time
 * @param until end of event time; null for no end
 */
public record LeftOut(String channel, Instant from, Instant until) {

    public LeftOut {
        Objects.requireNonNull(from, "from");
    }

    boolean holds(ScoredWindow window, int cell) {
        Instant at = Instant.ofEpochSecond(window.start());
        return (channel == null || channel.equals(window.channels()[cell]))
                && !at.isBefore(from)
                && (until == null || at.isBefore(until));
    }
}
