package io.throughline.taggers.encoder;

/** What is done with embeddings; sums in double and in order, so the same on every machine. */
public final class Vectors {

    private Vectors() {}

    /** The vector scaled to length 1; one of nothing but zeros stays as it is. */
    public static float[] unit(float[] vector) {
        double length = Math.sqrt(dot(vector, vector));
        float[] unit = new float[vector.length];
        for (int i = 0; i < unit.length; i++) {
            unit[i] = length == 0 ? 0 : (float) (vector[i] / length);
        }
        return unit;
    }

    /** Inner product: of two vectors of length 1 their cosine, -1 to 1. */
    public static double dot(float[] left, float[] right) {
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            sum += (double) left[i] * right[i];
        }
        return sum;
    }
}
