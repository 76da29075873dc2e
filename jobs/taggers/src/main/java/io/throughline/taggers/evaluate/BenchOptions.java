package io.throughline.taggers.evaluate;

/**
 * How a benchmark of the taggers runs.
 *
 * @param candidate id of the engine that the promises are of
 * @param limit rows of each set that are tagged, spread evenly over it
 * @param rounds in which speed is measured
 */
public record BenchOptions(String candidate, long limit, int rounds) {

    private static final int QUICK_ROWS = 300;
    private static final int QUICK_ROUNDS = 3;
    private static final int ROUNDS = 7;

    /** Every row. */
    public static BenchOptions full(String candidate) {
        return new BenchOptions(candidate, Long.MAX_VALUE, ROUNDS);
    }

    /** Some hundred rows of each set, for a first look. */
    public static BenchOptions quick(String candidate) {
        return new BenchOptions(candidate, QUICK_ROWS, QUICK_ROUNDS);
    }
}
