package io.throughline.local.nab;

import java.util.Arrays;

/** Adds up detections by one profile: the earliest in a window counts, and every false one. */
final class Tally {

    private final NabProfile profile;
    private final double[] best;
    private int reachable;
    private int found;
    private long falsePositives;
    private double raw;

    /**
     * @param windows that are labelled
     */
    Tally(NabProfile profile, int windows) {
        this.profile = profile;
        this.best = new double[windows];
        Arrays.fill(best, Double.NaN);
    }

    /** A window that is not wholly within the rows for learning can be missed. */
    void canBeFound(int window) {
        if (Double.isNaN(best[window])) {
            best[window] = -profile.falseNegative();
            raw -= profile.falseNegative();
            reachable++;
        }
    }

    /**
     * Counts a detection.
     *
     * @param window it is in, {@link RowValues#NONE} for none
     * @param value of {@link RowValues}
     */
    void detection(int window, double value) {
        if (window == RowValues.NONE) {
            falsePositives++;
            raw += value * profile.falsePositive();
            return;
        }
        double worth = value * profile.truePositive();
        if (best[window] < 0) {
            found++;
        }
        if (worth > best[window]) {
            raw += worth - best[window];
            best[window] = worth;
        }
    }

    double raw() {
        return raw;
    }

    /** Normalised: the null detector gets 0, the perfect one 100. */
    NabScore score() {
        double none = -profile.falseNegative() * reachable;
        double perfect = profile.truePositive() * best.length;
        return new NabScore(
                best.length == 0 ? null : 100 * (raw - none) / (perfect - none),
                best.length,
                found,
                falsePositives,
                raw);
    }
}
