package io.throughline.local.nab;

/**
 * Standard scores of a detector; null where nothing is labelled.
 *
 * @param setting what is changed
 * @param own at the threshold of the detector itself, which no label had a say in
 * @param chosen the same on the half of the files that settings were chosen on
 * @param heldOut the same on the other half
 * @param best at the threshold that gets most over all files, as the benchmark is published
 */
public record TrialScore(String setting, Double own, Double chosen, Double heldOut, Double best) {}
