package io.throughline.domain.detect;

/**
 * What the threshold of the whole rule depends on.
 *
 * @param share expected, of what the direction looks for
 * @param ratio odds ratio that the score is for
 * @param delta of the gate
 * @param least feedback that a decision takes
 * @param outcomes independent observations in which one false alarm is allowed
 * @param known independent observations that the expected share was learned from
 * @param windows windows in the time in which one false alarm is allowed
 */
record RuleSetting(
        double share,
        double ratio,
        double delta,
        int least,
        double outcomes,
        double known,
        double windows) {

    /** Mean number of independent observations in a window. */
    double perWindow() {
        return outcomes / windows;
    }

    /** Whether the fast path ever sees enough within its six hours. */
    boolean hasFastPath(double windowsOfFastPath) {
        return perWindow() * windowsOfFastPath >= least;
    }
}
