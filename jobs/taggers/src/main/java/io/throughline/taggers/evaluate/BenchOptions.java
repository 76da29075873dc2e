package io.throughline.taggers.evaluate;

import java.time.Duration;

/**
 * How a benchmark of the taggers runs.
 *
 * @param candidate id of the engine that the promises are of
 * @param limit rows of each set that are tagged, spread evenly over it
 * @param rounds in which speed is measured
 * @param warmUp CPU time that an engine is at work before its speed is measured
 * @param round least CPU time of an engine in a round
 */
public record BenchOptions(
        String candidate, long limit, int rounds, Duration warmUp, Duration round) {

    private static final int QUICK_ROWS = 300;
    private static final int QUICK_ROUNDS = 3;
    private static final int ROUNDS = 7;
    private static final Duration WARM_UP = Duration.ofMillis(1500);
    private static final Duration ROUND = Duration.ofMillis(300);

    /** Every row. */
    public static BenchOptions full(String candidate) {
        return new BenchOptions(candidate, Long.MAX_VALUE, ROUNDS, WARM_UP, ROUND);
    }

    /** Some hundred rows of each set, for a first look. */
    public static BenchOptions quick(String candidate) {
        return new BenchOptions(candidate, QUICK_ROWS, QUICK_ROUNDS, WARM_UP, ROUND);
    }
}
