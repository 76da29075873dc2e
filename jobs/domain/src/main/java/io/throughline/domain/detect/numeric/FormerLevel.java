package io.throughline.domain.detect.numeric;

import java.time.Instant;

/**
 * What a series was like before it fired, and whether it is so again.
 *
 * <p>It stands still from then on, so that a level that stays is not taken for a return once the
 * detector has learned it. Readings alone are evidence: a series that is silent has not returned.
 */
public final class FormerLevel {

    /** Standard deviations within which a mean, or a spread, is as usual. */
    private static final double USUAL = 2;

    private final SeasonalBaseline baseline;
    private final Usual usual;
    private final History newest;

    /**
     * How readings lay around what was expected of them.
     *
     * @param mean of the mean deviations of some readings in a row
     * @param meanSpread standard deviation of these means
     * @param spread standard deviation of single readings
     */
    record Usual(double mean, double meanSpread, double spread) {}

    /**
     * @param readings in a row that it takes
     */
    FormerLevel(SeasonalBaseline baseline, Usual usual, int readings) {
        this.baseline = new SeasonalBaseline(baseline);
        this.usual = usual;
        this.newest = new History(readings);
    }

    /**
     * Takes the next reading after the one that fired, and says whether the newest ones agree with
     * what was: their mean deviation, and how far they are spread.
     */
    public boolean returned(Instant at, double value) {
        newest.add(baseline.deviation(at, value));
        return newest.full()
                && Math.abs(newest.mean() - usual.mean()) <= USUAL * usual.meanSpread()
                && newest.deviation() <= USUAL * usual.spread();
    }
}
