package io.throughline.domain.detect.numeric;

import io.throughline.alert.Direction;
import java.time.Instant;
import java.util.Optional;

/**
 * What a {@link NumericDetector} says of one reading.
 *
 * @param expected by the seasonal baseline of the readings before; the value itself for the first
 * @param deviation standard deviation of the readings before from what was expected of them; 0 for
 *     the first and for a flat series
 * @param surprise sum of minus the decimal logarithms of the chances of such a reading; 0 while
 *     learning
 * @param score the surprise between 0 and 1: .5 at the threshold; 0 while it is quiet after firing
 * @param fires which way the series went, when this reading begins an alert
 */
public record Reading(
        Instant at,
        double value,
        double expected,
        double deviation,
        double surprise,
        double score,
        Optional<Direction> fires) {}
