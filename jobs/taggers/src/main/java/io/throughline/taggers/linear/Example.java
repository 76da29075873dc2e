package io.throughline.taggers.linear;

import io.throughline.taggers.text.Features;

/**
 * A text with how likely each class is, for a model to learn from.
 *
 * @param target probability of each class in the order of the model's classes; sums to 1
 * @param weight how much it counts; 1 is normal, 0 not at all
 */
public record Example(Features features, double[] target, double weight) {

    public Example {
        double sum = 0;
        for (double each : target) {
            sum += each;
        }
        if (!(Math.abs(sum - 1) < 1e-3) || !(weight >= 0) || !Double.isFinite(weight)) {
            throw new IllegalArgumentException(
                    "a target that sums to " + sum + " or a weight of " + weight);
        }
    }
}
