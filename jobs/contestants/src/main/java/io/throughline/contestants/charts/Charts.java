package io.throughline.contestants.charts;

/** Ladders of thresholds. */
final class Charts {

    private Charts() {}

    /** So many thresholds from one to another, equally far apart. */
    static double[] ladder(double from, double to, int steps) {
        double[] ladder = new double[steps];
        for (int i = 0; i < steps; i++) {
            ladder[i] = from + (to - from) * i / (steps - 1);
        }
        return ladder;
    }
}
