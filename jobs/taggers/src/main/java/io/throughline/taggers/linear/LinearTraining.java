package io.throughline.taggers.linear;

import io.throughline.taggers.text.Features;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Trains a {@link LinearModel}: once without the examples that are kept to calibrate on, then, from
 * there, on all.
 */
final class LinearTraining {

    private static final String VERSION = "linear";

    private LinearTraining() {}

    static LinearModel train(
            List<Example> examples,
            List<String> classes,
            LinearSettings settings,
            LinearModel prior) {
        check(examples, classes, prior);
        if (settings.heldOut() == 0) {
            return fit(examples, classes, settings, prior, prior);
        }
        List<Example> learnt = new ArrayList<>();
        List<Example> heldOut = new ArrayList<>();
        for (int i = 0; i < examples.size(); i++) {
            boolean kept = i % settings.heldOut() == settings.heldOut() - 1;
            (kept ? heldOut : learnt).add(examples.get(i));
        }
        if (heldOut.isEmpty()) {
            return fit(examples, classes, settings, prior, prior);
        }
        LinearModel part = fit(learnt, classes, settings, prior, prior);
        double temperature = Calibration.temperature(part, heldOut);
        return fit(examples, classes, settings, prior, part).withTemperature(temperature);
    }

    private static void check(List<Example> examples, List<String> classes, LinearModel prior) {
        if (examples.isEmpty()) {
            throw new IllegalArgumentException("no examples to learn from");
        }
        if (prior != null && !prior.classes().equals(classes)) {
            throw new IllegalArgumentException(
                    "the prior has the classes " + prior.classes() + ", not " + classes);
        }
        for (Example example : examples) {
            if (example.target().length != classes.size()) {
                throw new IllegalArgumentException(
                        "a target of " + example.target().length + " for " + classes);
            }
        }
    }

    private static LinearModel fit(
            List<Example> examples,
            List<String> classes,
            LinearSettings settings,
            LinearModel prior,
            LinearModel start) {
        int count = classes.size();
        Problem problem = new Problem(examples, count, settings.leastExamples(), prior);
        Loss loss = new Loss(problem, problem.center(prior), settings.penalty());
        double[] weights =
                new Minimizer(loss, problem.slots().length * count)
                        .minimum(
                                problem.center(start), settings.iterations(), settings.tolerance());
        byte[] codes = prior == null ? new byte[Features.SLOTS * count] : prior.copyOfCodes();
        for (int i = 0; i < problem.slots().length; i++) {
            for (int k = 0; k < count; k++) {
                codes[problem.slots()[i] * count + k] = Quantiser.code(weights[i * count + k]);
            }
        }
        return new LinearModel(
                prior == null ? VERSION : prior.version(),
                classes,
                prior == null ? 1 : prior.temperature(),
                prior == null ? new TreeMap<>() : prior.parameters(),
                codes);
    }
}
