package io.throughline.taggers.evaluate;

import java.util.Map;

/**
 * Agreement of one tagger with the labels.
 *
 * <p>Accuracy, F1, precision and recall are over the rows that were answered; abstentions are
 * counted apart, in {@code coverage}. {@code accuracyOfAll} takes an abstention for a miss.
 *
 * @param labelled rows with a label
 * @param answered of them, rows that got an answer
 * @param abstained of them, rows that got none, by reason
 * @param coverage answered / labelled, 0 to 1
 * @param accuracy right / answered, 0 to 1; 0 when nothing was answered
 * @param accuracyOfAll right / labelled, 0 to 1
 * @param macroF1 mean F1 of the labels that occur in the file
 * @param labels precision, recall and F1 by label
 * @param confusion by label, by answer: rows
 */
public record Scores(
        long labelled,
        long answered,
        Map<String, Long> abstained,
        double coverage,
        double accuracy,
        double accuracyOfAll,
        double macroF1,
        Map<String, LabelScores> labels,
        Map<String, Map<String, Long>> confusion) {

    /**
     * Agreement on one label.
     *
     * @param labelled rows people gave this label
     * @param answered rows the tagger gave this label
     * @param precision share of the answers that are right; 0 when there are none
     * @param recall share of the answered rows with this label that got it; 0 when there are none
     * @param f1 harmonic mean of the two
     */
    public record LabelScores(
            long labelled, long answered, double precision, double recall, double f1) {}
}
