package io.throughline.domain.detect.numeric;

import io.throughline.alert.Direction;
import java.time.Instant;
import java.util.Optional;

/**
 * What a {@link NumericDetector} says of one reading.
 *
 * @param expected median of what was seen; the value itself for the first reading
 * @param deviation half of the range in which the middle 68 % of what was seen lie: a standard
 *     deviation that outliers do not move; 0 for the first readings and a flat series
 * @param surprise minus the decimal logarithm of the chance of such a reading; 0 while learning
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
