package io.throughline.domain.detect.numeric;

import java.util.Arrays;

/**
 * How far the newest span of readings is from the nearest spans seen before: a series may be
 * seasonal, flat or bursting, and whatever it did before is near.
 *
 * <p>Spans do not overlap the newest one, which would always be near itself. A distance is given up
 * as soon as it is greater than what is kept, so that most cost a few readings.
 */
final class Novelty {

    private final int length;
    private final History history;
    private final double[] nearest;

    Novelty(NumericSettings.Span span, int neighbours) {
        this.length = span.length();
        this.history = new History(span.memory() + span.length());
        this.nearest = new double[neighbours];
    }

    /**
     * Takes a reading and gives the mean Euclidean distance to the nearest spans; 0 without any.
     */
    double next(double value) {
        history.add(value);
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        int last = history.size() - length;
        for (int age = length; age <= last; age++) {
            keep(distance(age));
        }
        double sum = 0;
        int found = 0;
        for (double squared : nearest) {
            if (squared < Double.POSITIVE_INFINITY) {
                sum += Math.sqrt(squared);
                found++;
            }
        }
        return found == 0 ? 0 : sum / found;
    }

    /** Squared distance to the span that ended some readings ago, or a greater one than is kept. */
    private double distance(int age) {
        double limit = nearest[nearest.length - 1];
        double squared = 0;
        for (int i = 0; i < length && squared < limit; i++) {
            double difference = history.back(i) - history.back(age + i);
            squared += difference * difference;
        }
        return squared;
    }

    private void keep(double squared) {
        int place = nearest.length - 1;
        if (!(squared < nearest[place])) {
            return;
        }
        while (place > 0 && nearest[place - 1] > squared) {
            nearest[place] = nearest[place - 1];
            place--;
        }
        nearest[place] = squared;
    }
}
