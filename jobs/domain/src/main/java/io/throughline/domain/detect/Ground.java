package io.throughline.domain.detect;

import io.throughline.alert.AlertRules;

/**
 * What both directions are decided on.
 *
 * @param volume independent observations an hour
 * @param known independent observations that the baseline rests on
 */
record Ground(AlertRules rules, Baseline baseline, History history, double volume, double known) {

    /** Thresholds where the given share is expected, and as much known of it as given. */
    Limits limits(double share, double knownOfIt) {
        return Thresholds.ofChange(rules, share, volume, knownOfIt);
    }

    /**
     * Has the thresholds of both directions solved before they decide, for every channel alone and
     * so for every mix.
     */
    void prepare() {
        double least = baseline.leastShare();
        double greatest = baseline.greatestShare();
        Thresholds.prepare(rules, least, greatest, volume, known);
        Thresholds.prepare(rules, 1 - greatest, 1 - least, volume, known);
    }

    long end(long start) {
        return start + rules.window().toSeconds();
    }
}
