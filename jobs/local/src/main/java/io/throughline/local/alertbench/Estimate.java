package io.throughline.local.alertbench;

/**
 * A figure with its interval of 95 %.
 *
 * @param low may be infinite, as the others
 */
record Estimate(double value, double low, double high) {}
