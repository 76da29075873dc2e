package io.throughline.taggers.stage;

import io.throughline.taggers.stage.StageTrialReport.Point;
import io.throughline.taggers.stage.StageTrialReport.Result;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Scores shares against labels. */
final class TrialScore {

    private static final double[] COVERAGES = {0.9, 0.8, 0.6, 0.4};
    private static final int BINS = 10;

    private record Answer(double confidence, boolean right) {}

    private TrialScore() {}

    /**
     * The score.
     *
     * @param labels stage of each text, below 0 when it does not count
     * @param shares of the stages; null for a text that does not count
     */
    static Result of(String way, int[] labels, double[][] shares) {
        List<Answer> answers = new ArrayList<>();
        int stages = 0;
        for (double[] each : shares) {
            stages = each == null ? stages : each.length;
        }
        double[] right = new double[stages];
        double[] due = new double[stages];
        double[] given = new double[stages];
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] >= 0 && shares[i] != null) {
                int answer = Shares.best(shares[i]);
                answers.add(new Answer(shares[i][answer], answer == labels[i]));
                due[labels[i]]++;
                given[answer]++;
                right[answer] += answer == labels[i] ? 1 : 0;
            }
        }
        if (answers.isEmpty()) {
            return new Result(way, 0, null, null, List.of(), null);
        }
        double calibration = calibrationError(answers);
        answers.sort(Comparator.comparingDouble(Answer::confidence).reversed());
        List<Point> curve = new ArrayList<>();
        for (double coverage : COVERAGES) {
            int surest = (int) Math.max(1, Math.round(coverage * answers.size()));
            curve.add(new Point(coverage, accuracy(answers.subList(0, surest))));
        }
        return new Result(
                way,
                answers.size(),
                accuracy(answers),
                macroF1(right, due, given),
                List.copyOf(curve),
                calibration);
    }

    private static double accuracy(List<Answer> answers) {
        return answers.stream().filter(Answer::right).count()
                / (double) Math.max(1, answers.size());
    }

    private static double macroF1(double[] right, double[] due, double[] given) {
        double sum = 0;
        int counted = 0;
        for (int k = 0; k < due.length; k++) {
            if (due[k] > 0) {
                sum += 2 * right[k] / (due[k] + given[k]);
                counted++;
            }
        }
        return sum / Math.max(1, counted);
    }

    private static double calibrationError(List<Answer> answers) {
        double[] gaps = new double[BINS];
        for (Answer answer : answers) {
            int bin = Math.min(BINS - 1, (int) (answer.confidence() * BINS));
            gaps[bin] += answer.confidence() - (answer.right() ? 1 : 0);
        }
        double error = 0;
        for (double gap : gaps) {
            error += Math.abs(gap);
        }
        return error / Math.max(1, answers.size());
    }
}
