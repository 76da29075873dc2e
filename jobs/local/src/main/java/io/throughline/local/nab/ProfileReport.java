package io.throughline.local.nab;

import java.util.List;
import java.util.Map;

/**
 * The score of a detector by one profile, with one threshold for all files.
 *
 * @param threshold at or above which a row is a detection
 * @param all over all files: the figure that is published
 * @param halves the same threshold on {@code chosen}, the files at even places of the sorted list,
 *     and {@code heldOut}, the others: settings are chosen on the first half alone
 * @param categories the same threshold on the files of every folder
 * @param files the same threshold, file by file
 */
public record ProfileReport(
        String profile,
        double threshold,
        NabScore all,
        Map<String, NabScore> halves,
        Map<String, NabScore> categories,
        List<FileScore> files) {

    ProfileReport withoutFiles() {
        return new ProfileReport(profile, threshold, all, halves, categories, List.of());
    }
}
