package io.throughline.domain.detect;

import java.util.function.DoubleUnaryOperator;

/**
 * Values that something is solved for beforehand, rising, and the scale it is linear on between.
 */
enum Axis {

    /** For counts and ratios. */
    LOGARITHM(StrictMath::log),

    /** For shares, above 0 and below 1. */
    LOG_ODDS(share -> StrictMath.log(share / (1 - share)));

    private final DoubleUnaryOperator scale;

    Axis(DoubleUnaryOperator scale) {
        this.scale = scale;
    }

    /** Where a value lies; beyond either end it is the end. */
    Place place(double[] values, double value) {
        int last = values.length - 1;
        if (value <= values[0]) {
            return new Place(0, 0);
        }
        if (value >= values[last]) {
            return new Place(last, 0);
        }
        int lower = 0;
        while (values[lower + 1] <= value) {
            lower++;
        }
        double from = scale.applyAsDouble(values[lower]);
        double to = scale.applyAsDouble(values[lower + 1]);
        return new Place(lower, (scale.applyAsDouble(value) - from) / (to - from));
    }

    /**
     * Between two values, or at one.
     *
     * @param lower index of the lower one
     * @param beyond part of the way to the upper one, 0 to below 1
     */
    record Place(int lower, double beyond) {

        /** Weight of the lower (0) or the upper (1) value. */
        double part(int side) {
            return side == 0 ? 1 - beyond : beyond;
        }

        int index(int side) {
            return lower + side;
        }

        /** Index of the upper value; the lower one where it lies at that. */
        int upper() {
            return beyond > 0 ? lower + 1 : lower;
        }
    }
}
