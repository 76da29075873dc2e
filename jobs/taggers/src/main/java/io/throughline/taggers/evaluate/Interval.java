package io.throughline.taggers.evaluate;

/**
 * A range that a figure lies in with a probability of 95 %.
 *
 * @param low lower end, 0 to 1
 * @param high upper end, 0 to 1
 */
public record Interval(double low, double high) {}
