package io.throughline.domain.detect.numeric;

/**
 * Whether a series lastingly is another one than before: the mean of its newest deviations from the
 * baseline, by a normal distribution.
 *
 * <p>The mean is held against such means of the past and not against single readings: neighbouring
 * readings of a series are anything but independent, and how much their means vary says it.
 */
final class Level {

    /** More than this is not said: a normal distribution knows nothing of chances below it. */
    private static final double MOST = 6;

    /** Standard deviations beyond which the surprise is the greatest. */
    private static final double FAR = 5;

    private final int least;
    private final History newest;
    private final History means;

    Level(NumericSettings.Span span, int least) {
        this.least = least;
        this.newest = new History(span.length());
        this.means = new History(span.memory());
    }

    /** Takes a deviation and gives minus the decimal logarithm of the chance of such a mean. */
    double next(double deviation) {
        newest.add(deviation);
        double mean = newest.mean();
        double surprise = means.size() < least ? 0 : surprise(Math.abs(mean - means.mean()));
        means.add(mean);
        return surprise;
    }

    /** How the means so far lie, and single deviations of this standard deviation. */
    FormerLevel.Usual usual(double spread) {
        return new FormerLevel.Usual(means.mean(), means.deviation(), spread);
    }

    private double surprise(double distance) {
        double standard = means.deviation();
        if (distance > FAR * standard) {
            return MOST;
        }
        return distance == 0 ? 0 : -Math.log10(2 * NormalTail.of(distance / standard));
    }
}
