package io.throughline.domain.detect;

/**
 * Weights of the risk-adjusted Bernoulli CUSUM: the log-likelihood ratio of one outcome between
 * odds that are {@code ratio} times those expected, and those expected.
 *
 * <p>{@code W = y ln R − ln(1 − p + R p)} (Steiner, Cook, Farewell, Treasure, "Monitoring surgical
 * performance using risk-adjusted cumulative sum charts", Biostatistics 1(4), 2000, 441–452). Every
 * outcome is judged against its own p, so that a change of the mix of channels or of the time of
 * day moves nothing. {@link StrictMath}, so that every machine decides alike.
 */
final class Score {

    private Score() {}

    /** Sum of the weights of {@code total} outcomes with the same p, {@code hits} of them 1. */
    static double of(double hits, double total, double p, double ratio) {
        return hits * StrictMath.log(ratio) - total * StrictMath.log(1 - p + ratio * p);
    }

    /** Probability whose odds are {@code ratio} times those of p. */
    static double shifted(double p, double ratio) {
        return ratio * p / (1 - p + ratio * p);
    }

    /** Ratio of the odds of two probabilities. */
    static double ratio(double p, double base) {
        return p / (1 - p) * ((1 - base) / base);
    }
}
