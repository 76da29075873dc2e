package io.throughline.local.nab;

/**
 * How good detections are by one profile.
 *
 * @param score 0 is what detecting nothing gets, 100 every window found at its beginning and no
 *     false alarm; negative when detecting nothing is better; null where nothing is labelled
 * @param windows that were there to be found
 * @param found of these
 * @param falsePositives rows outside windows that were called abnormal
 * @param raw sum of the weights, from which the score comes
 */
public record NabScore(Double score, int windows, int found, long falsePositives, double raw) {}
