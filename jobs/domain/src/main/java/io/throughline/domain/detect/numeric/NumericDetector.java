package io.throughline.domain.detect.numeric;

import io.throughline.alert.Direction;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Finds, reading by reading, where a series of numbers does what it never did: values and shapes
 * unlike any in its memory, judged by how unlike its readings usually are.
 *
 * <p>One setting serves every series, since nothing in it has a unit: a distance between spans of
 * readings ({@link Novelty}) becomes a chance ({@link Tail}), and the surprises of the views are
 * added. After it fired it is quiet for some readings: what follows belongs to the same event.
 *
 * <p>A function of the readings in their order alone, in bounded memory; not for several threads.
 */
public final class NumericDetector implements SeriesScorer {

    private record Seen(Novelty novelty, Tail tail) {

        double next(double value) {
            return tail.next(novelty.next(value));
        }
    }

    private final NumericSettings settings;
    private final List<Seen> views;
    private final Level level;
    private int quiet;

    public NumericDetector(NumericSettings settings) {
        this.settings = settings;
        this.views =
                settings.views().stream()
                        .map(
                                view ->
                                        new Seen(
                                                new Novelty(view, settings.neighbours()),
                                                new Tail(
                                                        settings.tailShare(),
                                                        settings.tailMemory(),
                                                        settings.leastReadings())))
                        .toList();
        this.level = new Level(settings.tailMemory());
    }

    @Override
    public double score(Instant at, double value) {
        return next(at, value).score();
    }

    /**
     * Takes the next reading.
     *
     * @throws IllegalArgumentException when the value is not finite
     */
    public Reading next(Instant at, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("no number at " + at + ": " + value);
        }
        double expected = level.median(value);
        double deviation = level.deviation();
        double surprise = 0;
        for (Seen view : views) {
            surprise += view.next(value);
        }
        level.add(value);
        boolean held = quiet > 0;
        boolean fires = !held && surprise >= settings.surprise();
        quiet = fires ? settings.quietReadings() : Math.max(0, quiet - 1);
        return new Reading(
                at,
                value,
                expected,
                deviation,
                surprise,
                held ? 0 : surprise / (surprise + settings.surprise()),
                fires ? Optional.of(direction(value, expected)) : Optional.empty());
    }

    private static Direction direction(double value, double expected) {
        return value >= expected ? Direction.VOLUME_SURGE : Direction.VOLUME_COLLAPSE;
    }
}
