package io.throughline.domain.watch;

import java.time.Duration;
import java.util.Objects;

/**
 * How far the watch over a stage's volume is.
 *
 * @param learning true while there is not enough to compare with: no alert on volume fires
 * @param known event time that it has seen
 * @param needed event time that it takes to be ready
 * @param expected feedback that is due in the hour; 0 while nothing is known
 */
public record VolumeStatus(boolean learning, Duration known, Duration needed, double expected) {

    public VolumeStatus {
        Objects.requireNonNull(known, "known");
        Objects.requireNonNull(needed, "needed");
    }
}
