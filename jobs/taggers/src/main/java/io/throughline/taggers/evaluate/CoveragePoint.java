package io.throughline.taggers.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How right a tagger is when only its surest answers count.
 *
 * @param coverage share of the labelled rows that its surest answers are, 0 to 1
 * @param accuracy share of them that is right
 * @param confidence of the least sure of them: the threshold that gives this coverage
 */
public record CoveragePoint(double coverage, double accuracy, double confidence) {

    private static final int TENTHS = 10;

    /**
     * The surest 100 %, 90 % … 10 % of the rows; begins at what was answered when that is less.
     * Answers of equal confidence are in no order: a part of them counts as right in the proportion
     * in which all of them are.
     */
    static List<CoveragePoint> curve(List<Answer> answers) {
        List<Answer> given =
                answers.stream()
                        .filter(Answer::isNamed)
                        .sorted(Comparator.comparingDouble(Answer::confidence).reversed())
                        .toList();
        List<CoveragePoint> curve = new ArrayList<>();
        if (given.isEmpty()) {
            return curve;
        }
        double[] right = rightOfSurest(given);
        if (given.size() < answers.size()) {
            curve.add(point(given, right, given.size(), answers.size()));
        }
        for (int tenth = TENTHS; tenth >= 1; tenth--) {
            int surest = (int) Math.round((double) answers.size() * tenth / TENTHS);
            if (surest >= 1 && surest <= given.size()) {
                curve.add(point(given, right, surest, answers.size()));
            }
        }
        return curve;
    }

    private static CoveragePoint point(List<Answer> given, double[] right, int surest, int all) {
        return new CoveragePoint(
                (double) surest / all, right[surest] / surest, given.get(surest - 1).confidence());
    }

    /** For each count, how many of so many surest answers are right. */
    private static double[] rightOfSurest(List<Answer> sorted) {
        double[] right = new double[sorted.size() + 1];
        for (int start = 0; start < sorted.size(); ) {
            int end = start;
            int rightOfEqual = 0;
            while (end < sorted.size()
                    && sorted.get(end).confidence() == sorted.get(start).confidence()) {
                rightOfEqual += sorted.get(end++).isRight() ? 1 : 0;
            }
            for (int i = start + 1; i <= end; i++) {
                right[i] = right[start] + (double) rightOfEqual * (i - start) / (end - start);
            }
            start = end;
        }
        return right;
    }
}
