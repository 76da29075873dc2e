package io.throughline.local.nab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a detector said about the series, from files as the benchmark publishes them: {@code
 * numenta/realTweets/numenta_Twitter_volume_FB.csv} with the columns {@code timestamp} and {@code
 * anomaly_score}.
 */
final class NabResults {

    private NabResults() {}

    /**
     * Reads the scores of all series.
     *
     * @param directory of one detector, whose name its files begin with
     * @throws NabFormatException when a file is missing or has other rows than its series
     */
    static List<ScoredSeries> read(Path directory, NabCorpus corpus) throws IOException {
        String detector = directory.toAbsolutePath().normalize().getFileName().toString();
        List<ScoredSeries> scored = new ArrayList<>();
        for (NabSeries series : corpus.series()) {
            Path named = Path.of(series.file());
            Path file =
                    directory
                            .resolve(series.category())
                            .resolve(detector + "_" + named.getFileName());
            if (!Files.isRegularFile(file)) {
                throw new NabFormatException("there is no result file " + file);
            }
            NabTable table = NabTable.read(file);
            if (!table.times().equals(series.times())) {
                throw new NabFormatException(file + " has other times than " + series.file());
            }
            scored.add(new ScoredSeries(series, table.numbers("anomaly_score")));
        }
        return scored;
    }
}
