package io.throughline.model;

import java.util.Locale;

/** How a channel is doing. The worse comes later; a channel is in the worst that holds. */
public enum HealthState {
    /** It answers, and brings what one expects of it. */
    OK,
    /** It answers, but brought nothing for longer than one expects. */
    SILENT,
    /** What it brings is older than it should be. */
    BEHIND,
    /** It failed several times in a row, or refuses us. */
    FAILING;

    /** The name on the wire and in documents, e.g. {@code failing}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
