package io.throughline.local.nab;

import java.util.List;

/**
 * What a detector came to on the benchmark.
 *
 * @param detector its id
 * @param seed of what is random in it
 * @param files that were scored
 * @param rows in these
 * @param windows labelled in these
 * @param missing files that are labelled and were not there: then the figures are of another
 *     benchmark than the published ones
 * @param profiles one a profile asked for
 */
public record NabReport(
        String detector,
        long seed,
        int files,
        long rows,
        int windows,
        List<String> missing,
        List<ProfileReport> profiles) {

    /** The same without what became of every file. */
    public NabReport withoutFiles() {
        return new NabReport(
                detector,
                seed,
                files,
                rows,
                windows,
                missing,
                profiles.stream().map(ProfileReport::withoutFiles).toList());
    }
}
