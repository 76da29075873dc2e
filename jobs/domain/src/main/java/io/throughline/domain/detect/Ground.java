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

    long end(long start) {
        return start + rules.window().toSeconds();
    }
}
