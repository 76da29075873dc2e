package io.throughline.domain.detect.numeric;

import io.throughline.alert.Direction;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Finds, reading by reading, where a series of numbers does what it never did: values and shapes
 * unlike any in its memory, judged by how unlike its readings usually are, and lasting deviations
 * from its seasonal baseline.
 *
 * <p>One setting serves every series, since nothing in it has a unit: what is seen becomes a chance
 * ({@link Tail}, {@link Level}), and the surprises are added. After it fired it is quiet for some
 * readings: what follows belongs to the same event.
 *
 * <p>A function of the readings in their order alone, in bounded memory; not for several threads.
 */
public final class NumericDetector implements SeriesScorer {

    private record Newness(Novelty novelty, Tail tail) {

        double next(double value) {
            return tail.next(novelty.next(value));
        }
    }

    private final NumericSettings settings;
    private final List<Newness> spans;
    private final SeasonalBaseline baseline = new SeasonalBaseline();
    private final Level level;
    private final History deviations;
    private FormerLevel former;
    private int quiet;

    public NumericDetector(NumericSettings settings) {
        this.settings = settings;
        this.spans = settings.spans().stream().map(span -> newness(span, settings)).toList();
        this.level = new Level(settings.level(), settings.leastReadings());
        this.deviations = new History(settings.level().memory());
    }

    private static Newness newness(NumericSettings.Span span, NumericSettings settings) {
        return new Newness(
                new Novelty(span, settings.neighbours()),
                new Tail(settings.tailShare(), settings.tailMemory(), settings.leastReadings()));
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
        double expected = baseline.expected(at, value);
        double usual = deviations.deviation();
        double deviation = baseline.deviation(at, value);
        deviations.add(deviation);
        double surprise = level.next(deviation);
        for (Newness span : spans) {
            surprise += span.next(value);
        }
        boolean held = quiet > 0;
        boolean fires = !held && surprise >= settings.threshold();
        quiet = fires ? settings.quietReadings() : Math.max(0, quiet - 1);
        if (fires) {
            former = new FormerLevel(baseline, level.usual(usual), settings.level().length());
        }
        baseline.learn(at, value);
        return new Reading(
                at,
                value,
                expected,
                usual,
                surprise,
                held ? 0 : surprise / (surprise + settings.threshold()),
                fires ? Optional.of(direction(value, expected)) : Optional.empty());
    }

    /** What the series was like before the reading that fired last; none when none has fired. */
    public Optional<FormerLevel> former() {
        return Optional.ofNullable(former);
    }

    private static Direction direction(double value, double expected) {
        return value >= expected ? Direction.VOLUME_SURGE : Direction.VOLUME_COLLAPSE;
    }
}
