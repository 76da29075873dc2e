package io.throughline.taggers.stage;

import java.util.Arrays;
import java.util.List;

/**
 * The nearest of some vectors, by cosine, found by comparing all with all: exact, and so the same
 * on every machine.
 *
 * @param indices of the neighbours of each vector, in the order of the vectors
 * @param weights of the neighbours: the fourth power of the cosine; they sum to 1
 */
record Neighbours(int[][] indices, double[][] weights) {

    /** The nearest of each, itself among them, as its own opinion counts too. */
    static Neighbours among(List<float[]> vectors, int count) {
        return of(vectors, vectors, count);
    }

    /**
     * The nearest of other vectors.
     *
     * @param count neighbours of each; all when there are fewer
     */
    static Neighbours of(List<float[]> texts, List<float[]> others, int count) {
        int most = Math.min(count, others.size());
        int[][] indices = new int[texts.size()][];
        double[][] weights = new double[texts.size()][];
        long[] keys = new long[others.size()];
        for (int i = 0; i < indices.length; i++) {
            float[] text = texts.get(i);
            for (int j = 0; j < keys.length; j++) {
                keys[j] = key(cosine(text, others.get(j)), j);
            }
            long[] nearest = smallest(keys, most);
            Arrays.sort(nearest);
            indices[i] = new int[most];
            weights[i] = new double[most];
            double total = 0;
            for (int n = 0; n < most; n++) {
                indices[i][n] = (int) nearest[n];
                double cosine = Math.max(1e-3, cosine(text, others.get(indices[i][n])));
                weights[i][n] = cosine * cosine * cosine * cosine;
                total += weights[i][n];
            }
            for (int n = 0; n < most; n++) {
                weights[i][n] /= total;
            }
        }
        return new Neighbours(indices, weights);
    }

    /** In several sums at once, which a processor can keep going side by side. */
    private static float cosine(float[] one, float[] other) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        int whole = one.length & ~3;
        for (int i = 0; i < whole; i += 4) {
            a += one[i] * other[i];
            b += one[i + 1] * other[i + 1];
            c += one[i + 2] * other[i + 2];
            d += one[i + 3] * other[i + 3];
        }
        for (int i = whole; i < one.length; i++) {
            a += one[i] * other[i];
        }
        return a + b + (c + d);
    }

    /** Sorts by falling cosine, then by index. */
    private static long key(double cosine, int index) {
        long rank = (long) ((1 - cosine) * 1e9);
        return Math.max(0, rank) << 32 | index;
    }

    /** The smallest keys, in no order: a heap of the best so far, its largest on top. */
    private static long[] smallest(long[] keys, int count) {
        long[] heap = Arrays.copyOf(keys, count);
        for (int i = count / 2 - 1; i >= 0; i--) {
            sink(heap, i);
        }
        for (int i = count; i < keys.length; i++) {
            if (keys[i] < heap[0]) {
                heap[0] = keys[i];
                sink(heap, 0);
            }
        }
        return heap;
    }

    private static void sink(long[] heap, int from) {
        int at = from;
        while (true) {
            int child = 2 * at + 1;
            if (child >= heap.length) {
                return;
            }
            if (child + 1 < heap.length && heap[child + 1] > heap[child]) {
                child++;
            }
            if (heap[at] >= heap[child]) {
                return;
            }
            long above = heap[at];
            heap[at] = heap[child];
            heap[child] = above;
            at = child;
        }
    }

    /** For each text the mean of what its neighbours have, by their weights. */
    double[][] mean(double[][] values) {
        double[][] means = new double[indices.length][];
        for (int i = 0; i < means.length; i++) {
            double[] mean = new double[values[0].length];
            for (int n = 0; n < indices[i].length; n++) {
                double[] value = values[indices[i][n]];
                for (int k = 0; k < mean.length; k++) {
                    mean[k] += weights[i][n] * value[k];
                }
            }
            means[i] = mean;
        }
        return means;
    }
}
