package io.throughline.taggers.adaptive;

import io.throughline.taggers.linear.Calibration;
import io.throughline.taggers.linear.Example;
import io.throughline.taggers.linear.LinearModel;
import java.util.List;

/** How well a model agrees with the tutors. */
final class Agreement {

    private Agreement() {}

    /**
     * Macro-F1 of the model's label against the likeliest label of each target, weighted as the
     * examples are; classes that are in no target are left out. 0 without examples.
     */
    static double macroF1(LinearModel model, List<Example> examples) {
        int classes = model.classes().size();
        double[] right = new double[classes];
        double[] answered = new double[classes];
        double[] due = new double[classes];
        for (Example example : examples) {
            int answer = Calibration.best(model.probabilities(example.features()));
            int target = Calibration.best(example.target());
            answered[answer] += example.weight();
            due[target] += example.weight();
            right[target] += answer == target ? example.weight() : 0;
        }
        double sum = 0;
        int seen = 0;
        for (int k = 0; k < classes; k++) {
            if (due[k] > 0) {
                sum += 2 * right[k] / (answered[k] + due[k]);
                seen++;
            }
        }
        return seen == 0 ? 0 : sum / seen;
    }
}
