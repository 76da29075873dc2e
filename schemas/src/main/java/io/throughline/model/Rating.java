package io.throughline.model;

/**
 * A number the customer gave, with its scale.
 *
 * @param value within {@code [min, max]}
 * @param min lowest possible answer
 * @param max highest possible answer, above {@code min}
 */
public record Rating(double value, double min, double max) {

    /**
     * @throws IllegalArgumentException when the value lies outside the scale, or the scale is empty
     *     or endless
     */
    public Rating {
        if (!(min < max) || !Double.isFinite(max - min) || !(value >= min && value <= max)) {
            throw new IllegalArgumentException(
                    "rating " + value + " is outside its scale " + min + " to " + max);
        }
    }

    /** The rating on a scale of -1 (worst) to 1 (best). */
    public double normalized() {
        return 2 * (value - min) / (max - min) - 1;
    }
}
