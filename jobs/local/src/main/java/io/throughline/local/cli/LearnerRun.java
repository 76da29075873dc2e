package io.throughline.local.cli;

import io.throughline.domain.tagging.Verbatim;
import io.throughline.model.SentimentLabel;
import io.throughline.taggers.train.TrainingText;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the learner did with a file, for others to be held against on rows of the same.
 *
 * @param rows texts with what people said of them
 * @param told what the learner said of each; null where it abstained
 * @param steadyRate records per CPU-second, sentiment and stages
 * @param sentimentRate records per CPU-second, sentiment alone
 */
record LearnerRun(
        List<TrainingText> rows,
        List<SentimentLabel> told,
        double steadyRate,
        double sentimentRate) {

    Verbatim text(int row) {
        return Verbatim.of(rows.get(row).text());
    }

    /** The learner's accuracy on some of the rows. */
    double accuracyOn(List<Integer> taken) {
        return accuracy(rows, taken, taken.stream().map(told::get).toList());
    }

    /**
     * Share of the answers that people gave as well, 0 to 1; 0 without answers.
     *
     * @param taken places of the rows that were tagged
     * @param told of each of them; null where there was no answer
     */
    static double accuracy(
            List<TrainingText> rows, List<Integer> taken, List<SentimentLabel> told) {
        return IntStream.range(0, taken.size())
                .filter(i -> told.get(i) != null)
                .map(i -> told.get(i) == rows.get(taken.get(i)).label() ? 1 : 0)
                .average()
                .orElse(0);
    }
}
