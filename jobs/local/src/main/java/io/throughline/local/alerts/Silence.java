package io.throughline.local.alerts;

import io.throughline.alert.AlertCommand;
import java.time.Instant;

/**
 * A silence and whether it holds.
 *
 * @param command that began it
 * @param endedAt when somebody ended it early; null when nobody did
 */
public record Silence(AlertCommand command, Instant endedAt) {

    /** When it ends, or ended. */
    public Instant until() {
        return endedAt != null && endedAt.isBefore(command.until()) ? endedAt : command.until();
    }

    /** Whether it holds alerts back at a time. */
    public boolean holds(Instant at) {
        return !at.isBefore(command.from()) && at.isBefore(until());
    }

    /** Whether it holds alerts back at a time, or will. */
    public boolean lasts(Instant at) {
        return at.isBefore(until());
    }
}
