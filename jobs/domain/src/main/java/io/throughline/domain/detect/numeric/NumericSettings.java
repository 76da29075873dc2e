package io.throughline.domain.detect.numeric;

import java.util.List;

/**
 * How a {@link NumericDetector} looks at a series; one setting serves every series.
 *
 * @param views what of the newest readings is held against what was seen before
 * @param neighbours past spans that count as what was seen: the mean distance to the nearest of
 *     them is how new a span is, so that one freak in the past excuses nothing
 * @param tailMemory distances of the past that say which distance is usual
 * @param tailShare share of these, the greatest, whose fall-off says how rare a still greater one
 *     is
 * @param leastReadings below which nothing is said: the detector is learning
 * @param surprise at which it fires: minus the decimal logarithm of the chance of the reading,
 *     summed over the views
 * @param quietReadings after it fired, in which it does not fire again
 */
public record NumericSettings(
        List<View> views,
        int neighbours,
        int tailMemory,
        double tailShare,
        int leastReadings,
        double surprise,
        int quietReadings) {

    /**
     * A span of readings and how far back it is compared.
     *
     * @param length readings in a span; 1 sees values that were never there, more also sees shapes
     *     that were never there
     * @param memory readings of the past that spans are compared with
     */
    public record View(int length, int memory) {

        public View {
            if (length < 1 || memory < 2 * length) {
                throw new IllegalArgumentException("too little memory for a view: " + length);
            }
        }
    }

    /** What was chosen on half of the benchmark's files. */
    public static final NumericSettings DEFAULT =
            new NumericSettings(
                    List.of(new View(1, 5_000), new View(24, 2_000)), 3, 5_000, 0.02, 100, 3, 100);

    public NumericSettings {
        views = List.copyOf(views);
        if (views.isEmpty() || neighbours < 1 || quietReadings < 0 || !(surprise > 0)) {
            throw new IllegalArgumentException("a detector sees nothing with these settings");
        }
        if (!(tailShare > 0 && tailShare < 1) || tailMemory < 1 / tailShare) {
            throw new IllegalArgumentException("no tail in " + tailMemory + " distances");
        }
    }
}
