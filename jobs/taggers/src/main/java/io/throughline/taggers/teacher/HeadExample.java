package io.throughline.taggers.teacher;

/**
 * What a head learns from.
 *
 * @param numbers what it reads
 * @param target probability of each label
 * @param weight how much it counts; 1 is normal
 */
record HeadExample(float[] numbers, double[] target, double weight) {}
