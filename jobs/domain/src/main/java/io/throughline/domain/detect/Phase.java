package io.throughline.domain.detect;

/** Where the test in one direction is. */
public enum Phase {
    /** Nothing to see, or still learning. */
    QUIET,
    /** The statistic is past 0.6 of its threshold. */
    PENDING,
    /** It fires with this window. */
    FIRES,
    /** It fired before, and nothing speaks for a return. */
    FIRING,
    /** It fired before, and feedback begins to look like the baseline. */
    RECOVERING,
    /** Feedback shows with this window that the stage is back at its baseline. */
    RECOVERED
}
