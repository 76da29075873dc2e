package io.throughline.local.nab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a detector said about the series, from files as the benchmark publishes them: {@code
 * numenta/realTweets/numenta_Twitter_volume_FB.csv} with a column {@code anomaly_score}. Rows are
 * matched by their number, as the benchmark does: not all published files have the times of the
 * series.
 */
final class NabResults {

    private NabResults() {}

    /**
     * Reads the scores of all series.
     *
     * @param directory of one detector, whose name its files begin with
     * @throws NabFormatException when a file is missing or has not as many rows as its series
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
            double[] scores = NabTable.read(file).numbers("anomaly_score");
            if (scores.length != series.rows()) {
                throw new NabFormatException(
                        file
                                + " has "
                                + scores.length
                                + " rows and "
                                + series.file()
                                + " has "
                                + series.rows());
            }
            scored.add(new ScoredSeries(series, scores));
        }
        return scored;
    }
}
