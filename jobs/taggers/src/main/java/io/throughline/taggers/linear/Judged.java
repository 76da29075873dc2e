package io.throughline.taggers.linear;

import java.util.Comparator;
import java.util.List;

/**
 * An answer and what is gained by keeping it.
 *
 * @param confidence of the answer, 0 to 1
 * @param gain above 0 when it is better than what is asked for, below when it is worse
 */
public record Judged(double confidence, double gain) {

    /**
     * The lowest confidence such that keeping every answer from there on gains in sum; 1 when none
     * does.
     */
    public static double threshold(List<Judged> answers) {
        List<Judged> sorted =
                answers.stream()
                        .sorted(Comparator.comparingDouble((Judged answer) -> -answer.confidence))
                        .toList();
        double sum = 0;
        double threshold = 1;
        for (int i = 0; i < sorted.size(); i++) {
            sum += sorted.get(i).gain;
            boolean last =
                    i + 1 == sorted.size()
                            || sorted.get(i + 1).confidence < sorted.get(i).confidence;
            if (last && sum >= 0) {
                threshold = sorted.get(i).confidence;
            }
        }
        return threshold;
    }
}
