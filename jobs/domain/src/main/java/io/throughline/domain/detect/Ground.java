package io.throughline.domain.detect;

import io.throughline.alert.AlertRules;

/**
 * What both directions are decided on.
 *
 * @param volume independent observations an hour
 */
record Ground(AlertRules rules, Baseline baseline, History history, double volume) {

    long end(long start) {
        return start + rules.window().toSeconds();
    }
}
