package io.throughline.local.nab;

import java.time.Instant;
import java.util.List;

/**
 * A file of the benchmark.
 *
 * @param file its path below {@code data}, e.g. {@code realTweets/Twitter_volume_FB.csv}
 * @param times as the file has them, which is not always in order
 * @param values one for every time
 * @param windows where it is labelled, in order
 */
record NabSeries(String file, List<Instant> times, double[] values, List<NabWindow> windows) {

    /** The folder a file is in. */
    String category() {
        int slash = file.indexOf('/');
        return slash < 0 ? "" : file.substring(0, slash);
    }

    int rows() {
        return values.length;
    }
}
