package io.throughline.taggers.adaptive;

import io.throughline.domain.learning.SentimentDistribution;
import java.util.List;

/**
 * How people's labels lean away from what the teacher says on the same texts: a factor of the odds
 * of each label. On a new customer's stream the teacher knows what words mean, and not how often
 * people here call what is lukewarm negative.
 *
 * @param logFactors of negative, neutral, positive; all 0 for a teacher that is heard as it is
 */
record Leaning(double[] logFactors) {

    static final Leaning NONE = new Leaning(new double[3]);

    /** Labels that weigh as much as the opinion that there is no leaning. */
    private static final double PRIOR = 20;

    /**
     * How much less often the teacher may be right than it believes. People who correct what is
     * wrong, and leave what is right, show no sample of the stream; what they say of single texts
     * is learnt, what it would say of all is not.
     */
    private static final double MOST_SURPRISING = 0.15;

    /** Labels from which on it is looked for. */
    static final int LEAST = 20;

    private static final int STEPS = 200;
    private static final double TINY = 1e-4;

    /**
     * What a person and the teacher said of one text.
     *
     * @param person all on one label, as a rule
     */
    record Pair(SentimentDistribution person, SentimentDistribution teacher) {

        private boolean agree() {
            return person.label() == teacher.label();
        }
    }

    /** The likeliest leaning, given that most have none; none when there are too few labels. */
    static Leaning of(List<Pair> pairs) {
        if (pairs.size() < LEAST || !isSample(pairs)) {
            return NONE;
        }
        double[] factors = new double[3];
        for (int step = 0; step < STEPS; step++) {
            double[] gradient = {
                PRIOR * factors[0], PRIOR * factors[1], PRIOR * factors[2],
            };
            for (Pair pair : pairs) {
                double[] said = shares(pair.teacher(), factors);
                double[] due = values(pair.person());
                for (int k = 0; k < factors.length; k++) {
                    gradient[k] += said[k] - due[k];
                }
            }
            for (int k = 0; k < factors.length; k++) {
                factors[k] -= gradient[k] / (pairs.size() + PRIOR);
            }
        }
        return new Leaning(factors);
    }

    private static boolean isSample(List<Pair> pairs) {
        double right = pairs.stream().filter(Pair::agree).count() / (double) pairs.size();
        double believed =
                pairs.stream().mapToDouble(pair -> pair.teacher().confidence()).average().orElse(0);
        return right >= believed - MOST_SURPRISING;
    }

    /** What the teacher said, as people here would have it. */
    SentimentDistribution of(SentimentDistribution said) {
        double[] shares = shares(said, logFactors);
        return new SentimentDistribution(shares[0], shares[1], shares[2]);
    }

    private static double[] shares(SentimentDistribution said, double[] logFactors) {
        double[] shares = values(said);
        double total = 0;
        for (int k = 0; k < shares.length; k++) {
            shares[k] = Math.max(TINY, shares[k]) * StrictMath.exp(logFactors[k]);
            total += shares[k];
        }
        for (int k = 0; k < shares.length; k++) {
            shares[k] /= total;
        }
        return shares;
    }

    private static double[] values(SentimentDistribution said) {
        return new double[] {said.negative(), said.neutral(), said.positive()};
    }
}
