package io.throughline.alert;

import java.util.Objects;

/**
 * A word that feedback since the onset uses more than it did before.
 *
 * @param logOdds ratio of log-odds against the stage's baseline, in standard errors (Monroe,
 *     Colaresi, Quinn, "Fightin' Words", Political Analysis 16, 2008, 372–403)
 * @param count feedback since the onset that has it
 */
public record Term(String term, double logOdds, long count) {

    public Term {
        Objects.requireNonNull(term, "term");
    }
}
