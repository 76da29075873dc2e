package io.throughline.taggers.linear;

import java.util.ArrayList;
import java.util.List;

/**
 * How far the probabilities of a model can be taken at their word.
 *
 * <p>Temperature scaling and the expected calibration error are those of Guo et al., On Calibration
 * of Modern Neural Networks, ICML 2017.
 */
public final class Calibration {

    private static final int BINS = 10;
    private static final double COLDEST = 0.25;
    private static final double HOTTEST = 8;
    private static final int STEPS = 40;
    private static final double GOLDEN = (StrictMath.sqrt(5) - 1) / 2;

    private Calibration() {}

    /** The temperature at which the examples are most likely, {@value #COLDEST} to 8. */
    public static double temperature(LinearModel model, List<Example> examples) {
        return temperature(List.of(model), List.of(examples));
    }

    /** The same over several models, each with examples that it did not learn from. */
    public static double temperature(List<LinearModel> models, List<List<Example>> unseen) {
        List<double[]> scores = new ArrayList<>();
        List<Example> examples = new ArrayList<>();
        for (int fold = 0; fold < models.size(); fold++) {
            for (Example example : unseen.get(fold)) {
                scores.add(models.get(fold).scores(example.features()));
                examples.add(example);
            }
        }
        double low = StrictMath.log(COLDEST);
        double high = StrictMath.log(HOTTEST);
        for (int step = 0; step < STEPS; step++) {
            double one = high - GOLDEN * (high - low);
            double two = low + GOLDEN * (high - low);
            if (loss(scores, examples, StrictMath.exp(one))
                    <= loss(scores, examples, StrictMath.exp(two))) {
                high = two;
            } else {
                low = one;
            }
        }
        return StrictMath.exp((low + high) / 2);
    }

    /**
     * The lowest confidence from which on answers are right in a share of {@code accuracy}; 1 when
     * there is none.
     *
     * @param models each with examples that it did not learn from
     */
    public static double threshold(
            List<LinearModel> models,
            List<List<Example>> unseen,
            double temperature,
            double accuracy) {
        List<Judged> judged = new ArrayList<>();
        for (int fold = 0; fold < models.size(); fold++) {
            LinearModel model = models.get(fold).withTemperature(temperature);
            for (Example example : unseen.get(fold)) {
                double[] probabilities = model.probabilities(example.features());
                int best = best(probabilities);
                judged.add(
                        new Judged(
                                probabilities[best],
                                example.weight() * (example.target()[best] - accuracy)));
            }
        }
        return Judged.threshold(judged);
    }

    private static double loss(List<double[]> scores, List<Example> examples, double temperature) {
        double loss = 0;
        for (int i = 0; i < scores.size(); i++) {
            Example example = examples.get(i);
            double[] probabilities = scores.get(i).clone();
            Softmax.apply(probabilities, temperature);
            for (int k = 0; k < probabilities.length; k++) {
                loss -=
                        example.weight()
                                * example.target()[k]
                                * StrictMath.log(Math.max(1e-12, probabilities[k]));
            }
        }
        return loss;
    }

    /**
     * Expected calibration error over ten bins of confidence, 0 to 1; a soft target counts as right
     * with the probability it gives to the model's answer.
     */
    public static double error(LinearModel model, List<Example> examples) {
        double[] confidence = new double[BINS];
        double[] right = new double[BINS];
        double total = 0;
        for (Example example : examples) {
            double[] probabilities = model.probabilities(example.features());
            int best = best(probabilities);
            int bin = Math.min(BINS - 1, (int) (probabilities[best] * BINS));
            confidence[bin] += example.weight() * probabilities[best];
            right[bin] += example.weight() * example.target()[best];
            total += example.weight();
        }
        double error = 0;
        for (int bin = 0; bin < BINS; bin++) {
            error += Math.abs(confidence[bin] - right[bin]);
        }
        return total == 0 ? 0 : error / total;
    }

    /** Index of the largest; of equals the first. */
    public static int best(double[] probabilities) {
        int best = 0;
        for (int k = 1; k < probabilities.length; k++) {
            if (probabilities[k] > probabilities[best]) {
                best = k;
            }
        }
        return best;
    }
}
