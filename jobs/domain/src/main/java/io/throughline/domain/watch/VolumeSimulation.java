package io.throughline.domain.watch;

import io.throughline.alert.AlertRules;
import io.throughline.alert.Direction;
import io.throughline.domain.detect.Finding;
import io.throughline.domain.detect.Phase;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * How often the volume detector fires on made-up stages where nothing happens, against what the
 * budget allows. Seeded: the same call gives the same figures.
 */
public final class VolumeSimulation {

    private static final long HOURS_A_WEEK = 168;
    private static final long FIRST_HOUR = 480_000;
    private static final double BURST_SHAPE = 20;
    private static final double KEPT = 0.8;

    /** How feedback comes. */
    public enum Stream {
        /** Independently, as often at any hour. */
        POISSON,
        /** Each hour has a rate of its own: a pair within an hour correlates by .05. */
        BURSTS,
        /** Rates that wander: hours after a loud one are loud. */
        WANDERING,
        /** By day and night, and less at weekends. */
        WEEKLY,
        /** Both of {@link #WEEKLY} and {@link #BURSTS}. */
        WEEKLY_BURSTS;

        /** The name in reports, e.g. {@code weekly-bursts}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * What fired.
     *
     * @param surges alerts
     * @param collapses alerts
     * @param budgets how many the budget allowed each of them
     */
    public record Result(long surges, long collapses, double budgets) {

        /** Surges of one that was allowed for. */
        public double surgeRatio() {
            return surges / budgets;
        }

        /** Collapses of one that was allowed for. */
        public double collapseRatio() {
            return collapses / budgets;
        }
    }

    private VolumeSimulation() {}

    /**
     * Watches that many stages, each for that many weeks.
     *
     * @param anHour feedback in an hour, on average
     */
    public static Result of(
            Stream stream, double anHour, int stages, int weeks, AlertRules rules, long seed) {
        long surges = 0;
        long collapses = 0;
        for (int stage = 0; stage < stages; stage++) {
            SplittableRandom random = new SplittableRandom(seed + 7919L * stage);
            VolumeDetector detector = new VolumeDetector(rules);
            double wander = 0;
            for (long hour = 0; hour < weeks * HOURS_A_WEEK; hour++) {
                wander = KEPT * wander + 0.18 * normal(random);
                double rate = anHour * shape(stream, hour, wander, random);
                int count = poisson(random, rate);
                if (count > 0) {
                    detector.add(FIRST_HOUR + hour, "web", count);
                }
                Optional<Finding> finding = detector.end(FIRST_HOUR + hour);
                if (finding.isPresent() && finding.get().phase() == Phase.FIRES) {
                    boolean surge = finding.get().direction() == Direction.VOLUME_SURGE;
                    surges += surge ? 1 : 0;
                    collapses += surge ? 0 : 1;
                }
            }
        }
        double watched = weeks * HOURS_A_WEEK - rules.warmUp().toHours();
        return new Result(surges, collapses, stages * watched / rules.budget().toHours());
    }

    private static double shape(Stream stream, long hour, double wander, SplittableRandom random) {
        double weekend = hour / 24 % 7 >= 5 ? 0.6 : 1.16;
        double weekly = (1 + 0.8 * Math.sin(2 * Math.PI * hour / 24)) * weekend;
        return switch (stream) {
            case POISSON -> 1;
            case BURSTS -> gamma(random) / BURST_SHAPE;
            case WANDERING -> Math.exp(wander - 0.045);
            case WEEKLY -> weekly;
            case WEEKLY_BURSTS -> weekly * gamma(random) / BURST_SHAPE;
        };
    }

    private static int poisson(SplittableRandom random, double mean) {
        if (mean > 60) {
            return (int) Math.max(0, Math.round(mean + Math.sqrt(mean) * normal(random)));
        }
        double limit = Math.exp(-mean);
        double product = random.nextDouble();
        int count = 0;
        while (product > limit) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }

    private static double normal(SplittableRandom random) {
        double radius = Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
        return radius * Math.cos(2 * Math.PI * random.nextDouble());
    }

    /** Marsaglia and Tsang, ACM Transactions on Mathematical Software 26, 2000, 363–372. */
    private static double gamma(SplittableRandom random) {
        double d = BURST_SHAPE - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = normal(random);
            double v = Math.pow(1 + c * x, 3);
            if (v > 0
                    && Math.log(1 - random.nextDouble())
                            < 0.5 * x * x + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }
}
