package io.throughline.taggers.linear;

import io.throughline.taggers.text.Features;
import java.util.Arrays;
import java.util.List;

/** Examples in the form the optimiser wants them: slots that matter numbered from 0. */
final class Problem {

    private final int classes;
    private final List<Example> examples;
    private final int[][] columns;
    private final double[][] bases;
    private final int[] slots;

    Problem(List<Example> examples, int classes, int leastExamples, LinearModel prior) {
        this.examples = examples;
        this.classes = classes;
        int[] numbers = new int[Features.SLOTS];
        for (Example example : examples) {
            for (int i = 0; i < example.features().size(); i++) {
                numbers[example.features().slot(i)]++;
            }
        }
        int active = 0;
        for (int slot = 0; slot < numbers.length; slot++) {
            numbers[slot] = numbers[slot] >= leastExamples ? ++active : 0;
        }
        slots = new int[active];
        for (int slot = 0; slot < numbers.length; slot++) {
            if (numbers[slot] > 0) {
                slots[numbers[slot] - 1] = slot;
            }
        }
        columns = new int[examples.size()][];
        bases = new double[examples.size()][];
        for (int i = 0; i < columns.length; i++) {
            fill(i, numbers, prior);
        }
    }

    private void fill(int example, int[] numbers, LinearModel prior) {
        Features features = examples.get(example).features();
        int[] found = new int[features.size()];
        double[] base = new double[classes];
        int count = 0;
        for (int i = 0; i < found.length; i++) {
            int number = numbers[features.slot(i)];
            if (number > 0) {
                found[count++] = number - 1;
            } else if (prior != null) {
                for (int k = 0; k < classes; k++) {
                    base[k] += prior.weight(features.slot(i), k);
                }
            }
        }
        columns[example] = Arrays.copyOf(found, count);
        bases[example] = base;
    }

    int classes() {
        return classes;
    }

    int examples() {
        return columns.length;
    }

    double weight(int example) {
        return examples.get(example).weight();
    }

    double[] target(int example) {
        return examples.get(example).target();
    }

    int[] columns(int example) {
        return columns[example];
    }

    /** The slots that are variables, in ascending order. */
    int[] slots() {
        return slots;
    }

    void scores(int example, double[] weights, double[] scores) {
        System.arraycopy(bases[example], 0, scores, 0, classes);
        for (int column : columns[example]) {
            int at = column * classes;
            for (int k = 0; k < classes; k++) {
                scores[k] += weights[at + k];
            }
        }
    }

    /** Weights of the prior for the variables; zeros without one. */
    double[] center(LinearModel prior) {
        double[] center = new double[slots.length * classes];
        for (int i = 0; prior != null && i < slots.length; i++) {
            for (int k = 0; k < classes; k++) {
                center[i * classes + k] = prior.weight(slots[i], k);
            }
        }
        return center;
    }
}
