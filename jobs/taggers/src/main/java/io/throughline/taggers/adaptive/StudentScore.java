package io.throughline.taggers.adaptive;

import io.throughline.domain.learning.SentimentDistribution;
import io.throughline.model.SentimentLabel;
import io.throughline.taggers.adaptive.LearningTrial.Labelled;
import io.throughline.taggers.student.SentimentModel;
import java.util.List;
import java.util.Optional;

/**
 * How a student does alone; a text without an answer counts as answered wrong.
 *
 * @param accuracy 0 to 1
 * @param macroF1 mean F1 of the labels that occur, 0 to 1
 * @param sure share of the texts that it is sure of, 0 to 1
 * @param accuracyWhenSure accuracy on those, 0 to 1; 0 when there are none
 */
public record StudentScore(double accuracy, double macroF1, double sure, double accuracyWhenSure) {

    static StudentScore of(SentimentModel model, List<Labelled> texts) {
        int labels = SentimentLabel.values().length;
        int[] right = new int[labels];
        int[] answered = new int[labels];
        int[] due = new int[labels];
        int sure = 0;
        int rightWhenSure = 0;
        for (Labelled text : texts) {
            int label = text.label().ordinal();
            due[label]++;
            Optional<SentimentDistribution> said = model.distribution(text.verbatim());
            if (said.isEmpty()) {
                continue;
            }
            int answer = said.get().label().ordinal();
            answered[answer]++;
            right[label] += answer == label ? 1 : 0;
            if (said.get().confidence() >= model.sure()) {
                sure++;
                rightWhenSure += answer == label ? 1 : 0;
            }
        }
        return of(right, answered, due, sure, rightWhenSure);
    }

    private static StudentScore of(
            int[] right, int[] answered, int[] due, int sure, int rightWhenSure) {
        double hits = 0;
        double all = 0;
        double f1 = 0;
        int occurring = 0;
        for (int label = 0; label < due.length; label++) {
            hits += right[label];
            all += due[label];
            if (due[label] > 0) {
                f1 += 2.0 * right[label] / (answered[label] + due[label]);
                occurring++;
            }
        }
        return new StudentScore(
                all == 0 ? 0 : hits / all,
                occurring == 0 ? 0 : f1 / occurring,
                all == 0 ? 0 : sure / all,
                sure == 0 ? 0 : (double) rightWhenSure / sure);
    }
}
