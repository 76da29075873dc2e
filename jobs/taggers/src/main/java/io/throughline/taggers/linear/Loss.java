package io.throughline.taggers.linear;

/**
 * Cross-entropy of soft targets plus the squared distance of the weights from the prior's.
 *
 * <p>Only slots that enough examples have are variables; what the prior says of the others is a
 * constant part of each example's scores.
 */
final class Loss implements Minimizer.Function {

    private final Problem problem;
    private final double[] center;
    private final double penalty;
    private final double[] scores;

    Loss(Problem problem, double[] center, double penalty) {
        this.problem = problem;
        this.center = center;
        this.penalty = penalty;
        this.scores = new double[problem.classes()];
    }

    @Override
    public double at(double[] weights, double[] gradient) {
        double loss = 0;
        for (int i = 0; i < weights.length; i++) {
            double away = weights[i] - center[i];
            loss += penalty / 2 * away * away;
            gradient[i] = penalty * away;
        }
        for (int example = 0; example < problem.examples(); example++) {
            if (problem.weight(example) > 0) {
                loss += add(example, weights, gradient);
            }
        }
        return loss;
    }

    private double add(int example, double[] weights, double[] gradient) {
        problem.scores(example, weights, scores);
        int classes = scores.length;
        double weight = problem.weight(example);
        double[] target = problem.target(example);
        double highest = scores[0];
        for (double score : scores) {
            highest = Math.max(highest, score);
        }
        double sum = 0;
        double expected = 0;
        for (int k = 0; k < classes; k++) {
            double shifted = scores[k] - highest;
            expected += target[k] * shifted;
            scores[k] = StrictMath.exp(shifted);
            sum += scores[k];
        }
        for (int k = 0; k < classes; k++) {
            scores[k] = weight * (scores[k] / sum - target[k]);
        }
        int[] columns = problem.columns(example);
        for (int column : columns) {
            int at = column * classes;
            for (int k = 0; k < classes; k++) {
                gradient[at + k] += scores[k];
            }
        }
        return weight * (StrictMath.log(sum) - expected);
    }
}
