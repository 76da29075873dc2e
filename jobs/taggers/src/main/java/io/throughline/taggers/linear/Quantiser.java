package io.throughline.taggers.linear;

/**
 * Weights in a byte each, finer near 0 where most of them are.
 *
 * <p>A code is the square root of the weight as a share of {@value #LARGEST}. The scale is the same
 * in every model, so that a weight that training does not touch keeps its code.
 */
final class Quantiser {

    private static final double LARGEST = 8;
    private static final int CODES = 127;
    private static final float[] WEIGHTS = weights();

    private Quantiser() {}

    static byte code(double weight) {
        double share = Math.min(1, Math.abs(weight) / LARGEST);
        int code = (int) Math.round(StrictMath.sqrt(share) * CODES);
        return (byte) (weight < 0 ? -code : code);
    }

    static float weight(byte code) {
        return WEIGHTS[code & 0xFF];
    }

    private static float[] weights() {
        float[] weights = new float[256];
        for (int code = -CODES; code <= CODES; code++) {
            double root = code / (double) CODES;
            weights[code & 0xFF] = (float) (root * Math.abs(root) * LARGEST);
        }
        return weights;
    }
}
