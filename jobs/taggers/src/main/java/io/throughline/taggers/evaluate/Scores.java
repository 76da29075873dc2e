package io.throughline.taggers.evaluate;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Agreement of one tagger with the labels.
 *
 * <p>Accuracy, F1, precision and recall are over the rows that were answered; abstentions are
 * counted apart, in {@code coverage}. {@code accuracyOfAll} takes an abstention for a miss. Where
 * people said {@code unassigned}, to abstain is an answer, and right; precision and recall of that
 * label are those of abstaining.
 *
 * @param labelled rows with a label
 * @param answered of them, rows that got an answer
 * @param abstained of them, rows that got none, by reason; {@code failed} when the tagger threw
 * @param coverage answered / labelled, 0 to 1
 * @param accuracy right / answered, 0 to 1; 0 when nothing was answered
 * @param accuracyOfAll right / labelled, 0 to 1
 * @param macroF1 mean F1 of the labels that occur in the file
 * @param accuracyInterval 95 % bootstrap interval of the accuracy
 * @param macroF1Interval 95 % bootstrap interval of the macro-F1
 * @param labels precision, recall and F1 by label
 * @param confusion by label, by answer: rows
 * @param calibration whether confidence means what it says
 * @param coverageCurve accuracy of the surest answers, from all of them down to a tenth of the rows
 */
public record Scores(
        long labelled,
        long answered,
        Map<String, Long> abstained,
        double coverage,
        double accuracy,
        double accuracyOfAll,
        double macroF1,
        Interval accuracyInterval,
        Interval macroF1Interval,
        Map<String, LabelScores> labels,
        Map<String, Map<String, Long>> confusion,
        Calibration calibration,
        List<CoveragePoint> coverageCurve) {

    /**
     * How well one label was found.
     *
     * @param labelled rows that people gave it
     * @param answered rows that the tagger gave it
     * @param precision right / answered, 0 to 1; 0 when it was never given
     * @param recall right / labelled rows that were answered, 0 to 1
     * @param f1 harmonic mean of the two
     */
    public record LabelScores(
            long labelled, long answered, double precision, double recall, double f1) {}

    static Scores of(List<Answer> answers) {
        Matrix matrix = Matrix.of(answers);
        Map<String, Long> abstained = new TreeMap<>();
        for (Answer answer : answers) {
            if (!answer.isGiven()) {
                abstained.merge(answer.silence(), 1L, Long::sum);
            }
        }
        Bootstrap bootstrap = new Bootstrap(matrix, answers);
        return new Scores(
                matrix.labelled(),
                matrix.answered(),
                abstained,
                Matrix.ratio(matrix.answered(), matrix.labelled()),
                matrix.accuracy(),
                Matrix.ratio(matrix.right(), matrix.labelled()),
                matrix.macroF1(),
                bootstrap.accuracy(),
                bootstrap.macroF1(),
                matrix.labels(),
                matrix.confusion(),
                Calibration.of(answers),
                CoveragePoint.curve(answers));
    }
}
