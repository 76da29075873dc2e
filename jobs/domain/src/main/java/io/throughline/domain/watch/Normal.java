package io.throughline.domain.watch;

/** The upper tail of the normal distribution. */
final class Normal {

    private static final double DENSITY = Math.sqrt(2 * Math.PI);
    private static final int DEPTH = 40;

    private Normal() {}

    /**
     * Chance of more than z standard deviations, by Laplace's continued fraction; 1 for z below 1,
     * where nobody decides on it.
     */
    static double above(double z) {
        if (z < 1) {
            return 1;
        }
        double fraction = z;
        for (int k = DEPTH; k > 0; k--) {
            fraction = z + k / fraction;
        }
        return Math.exp(-z * z / 2) / DENSITY / fraction;
    }
}
