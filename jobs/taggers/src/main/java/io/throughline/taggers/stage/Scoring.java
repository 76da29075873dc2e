package io.throughline.taggers.stage;

import io.throughline.taggers.stage.Examples.Nearness;

/**
 * How evidence becomes an answer.
 *
 * @param cue what the first cue of a stage is worth; each further one is worth half the one before
 * @param nearest what a cosine of 1 to an example is worth
 * @param explained what a feature that only this stage has is worth
 * @param sharpness of the softmax from scores to shares
 * @param halfEvidence score at which there is evidence enough for half of full confidence
 * @param close stages with at least this part of the best share are answers too
 * @param leastConfidence below it the tagger is unsure
 */
record Scoring(
        double cue,
        double nearest,
        double explained,
        double sharpness,
        double halfEvidence,
        double close,
        double leastConfidence) {

    static final Scoring DEFAULT = new Scoring(1.0, 1.5, 0.15, 3.0, 0.4, 0.6, 0.3);

    double[] scores(int[] hits, Nearness nearness) {
        double[] scores = new double[hits.length];
        for (int stage = 0; stage < hits.length; stage++) {
            scores[stage] =
                    cue * 2 * (1 - Math.pow(0.5, hits[stage]))
                            + nearest * nearness.nearest()[stage]
                            + explained * nearness.evidence()[stage];
        }
        return scores;
    }

    double[] shares(double[] scores) {
        return Shares.of(scores, sharpness);
    }

    /** 0 to 1: how much there is to stand on. */
    double evidence(double strongest) {
        return strongest / (strongest + halfEvidence);
    }
}
