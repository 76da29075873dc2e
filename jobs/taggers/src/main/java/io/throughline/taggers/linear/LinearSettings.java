package io.throughline.taggers.linear;

/**
 * How a linear model is trained.
 *
 * @param penalty half the weight of the squared distance from the prior in the loss, in examples;
 *     larger is smoother
 * @param iterations of the optimiser at most
 * @param tolerance relative improvement at which it stops
 * @param leastExamples a feature must be in as many; the others keep the weights of the prior
 * @param heldOut every how many examples one is kept to calibrate on; 0 for no calibration
 */
public record LinearSettings(
        double penalty, int iterations, double tolerance, int leastExamples, int heldOut) {

    /** What suits some thousands of texts. */
    public static final LinearSettings DEFAULT = new LinearSettings(3, 60, 1e-4, 2, 10);

    public LinearSettings {
        if (!(penalty > 0) || iterations < 1 || leastExamples < 1 || heldOut < 0 || heldOut == 1) {
            throw new IllegalArgumentException("settings out of range");
        }
    }

    /** The same with another penalty. */
    public LinearSettings withPenalty(double other) {
        return new LinearSettings(other, iterations, tolerance, leastExamples, heldOut);
    }

    /** The same without calibration. */
    public LinearSettings uncalibrated() {
        return new LinearSettings(penalty, iterations, tolerance, leastExamples, 0);
    }
}
