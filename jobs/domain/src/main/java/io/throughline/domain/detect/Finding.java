package io.throughline.domain.detect;

import io.throughline.alert.Decision;
import io.throughline.alert.Direction;
import io.throughline.alert.Driver;
import io.throughline.alert.Figures;
import io.throughline.alert.Onset;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What the test in one direction says after a window.
 *
 * @param direction {@code DROP} or {@code RISE}
 * @param at end of the window
 * @param onset when it began; null unless it fires with this window or is known better with it
 * @param figures since the onset; null unless it fires with this window or was corrected
 * @param decision why it fires; null unless it fires with this window
 * @param drivers channels that carry it, greatest first; empty unless there are figures. Their
 *     contributions sum to observed − expected
 */
public record Finding(
        Direction direction,
        Phase phase,
        Instant at,
        Onset onset,
        Figures figures,
        Decision decision,
        List<Driver> drivers) {

    public Finding {
        Objects.requireNonNull(direction, "direction");
        Objects.requireNonNull(phase, "phase");
        Objects.requireNonNull(at, "at");
        drivers = List.copyOf(drivers);
    }

    /** It fires on, and when it began is known better. */
    static Finding known(Direction direction, Phase phase, Instant at, Onset onset) {
        return new Finding(direction, phase, at, onset, null, null, List.of());
    }

    static Finding bare(Direction direction, Phase phase, Instant at) {
        return new Finding(direction, phase, at, null, null, null, List.of());
    }
}
