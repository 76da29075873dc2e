package io.throughline.local.nab;

import java.util.List;

/**
 * What became of one file.
 *
 * @param heldOut whether it is of the half on which nothing was chosen
 * @param detected times of the rows that were called abnormal
 * @param score of this file alone
 */
public record FileScore(String file, boolean heldOut, NabScore score, List<String> detected) {}
