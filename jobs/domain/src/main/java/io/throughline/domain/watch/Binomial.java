package io.throughline.domain.watch;

/** The upper tail of the binomial distribution, summed term by term from the count outwards. */
final class Binomial {

    private static final double ENOUGH = 1e-9;

    private Binomial() {}

    /**
     * Chance of that many hits or more; 1 where they are no more than expected.
     *
     * @param share of hits, above 0 and below 1
     */
    static double atLeast(long hits, long count, double share) {
        if (hits <= count * share) {
            return 1;
        }
        double term =
                Math.exp(
                        NegativeBinomial.logGamma(count + 1.0)
                                - NegativeBinomial.logGamma(hits + 1.0)
                                - NegativeBinomial.logGamma(count - hits + 1.0)
                                + hits * Math.log(share)
                                + (count - hits) * Math.log1p(-share));
        double sum = term;
        double odds = share / (1 - share);
        for (long k = hits; k < count && term > sum * ENOUGH; k++) {
            term *= (double) (count - k) / (k + 1) * odds;
            sum += term;
        }
        return Math.min(1, sum);
    }
}
