package io.throughline.local.alertbench;

import io.throughline.local.alertbench.Scenario.Change;
import java.util.Optional;

/** Where streams come from: made up, or resampled from a history. */
public interface StreamSource {

    /** Names it, e.g. {@code plain}. */
    String id();

    /** One line for people. */
    String what();

    /** Feedback an hour. */
    double perHour();

    /**
     * A stream. Up to the change it is the same for the same seed, whatever the change.
     *
     * @param change from {@link Times#changeAt} to {@link Times#changeUntil}; empty for none
     */
    WindowStream open(Times times, Optional<Change> change, long seed);
}
