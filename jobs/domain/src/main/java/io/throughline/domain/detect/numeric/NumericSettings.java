package io.throughline.domain.detect.numeric;

import java.util.List;

/**
 * How a {@link NumericDetector} looks at a series; one setting serves every series.
 *
 * @param spans what of the newest readings is held against what was seen before
 * @param neighbours past spans that count as what was seen: the mean distance to the nearest of
 *     them is how new a span is, so that one freak in the past excuses nothing
 * @param tailMemory distances of the past that say which distance is usual
 * @param tailShare share of these, the greatest, whose fall-off says how rare a still greater one
 *     is
 * @param level how a lasting deviation from the seasonal baseline is seen
 * @param leastReadings below which nothing is said: the detector is learning
 * @param threshold surprise at which it fires: minus decimal logarithms of the chances of the
 *     reading, summed over what is looked at
 * @param quietReadings after it fired, in which it does not fire again
 */
public record NumericSettings(
        List<Span> spans,
        int neighbours,
        int tailMemory,
        double tailShare,
        Span level,
        int leastReadings,
        double threshold,
        int quietReadings) {

    /**
     * The newest readings, and how far back they are compared.
     *
     * @param length readings; 1 sees values that were never there, more also sees shapes that were
     *     never there
     * @param memory readings of the past
     */
    public record Span(int length, int memory) {

        public Span {
            if (length < 1 || memory < 2 * length) {
                throw new IllegalArgumentException("too little memory for a span of " + length);
            }
        }
    }

    /** What was chosen on one half of the benchmark's files, by nothing but their names. */
    public static final NumericSettings DEFAULT =
            new NumericSettings(
                    List.of(new Span(1, 5_000), new Span(24, 2_000)),
                    3,
                    5_000,
                    0.02,
                    new Span(20, 2_000),
                    100,
                    4.5,
                    100);

    public NumericSettings {
        spans = List.copyOf(spans);
        if (neighbours < 1 || quietReadings < 0 || leastReadings < 1 || !(threshold > 0)) {
            throw new IllegalArgumentException("a detector sees nothing with these settings");
        }
        if (!(tailShare > 0 && tailShare < 1) || tailMemory * tailShare < 1) {
            throw new IllegalArgumentException("no tail in " + tailMemory + " distances");
        }
    }
}
