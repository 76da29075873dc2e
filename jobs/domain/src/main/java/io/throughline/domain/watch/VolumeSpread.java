package io.throughline.domain.watch;

/**
 * How far counts of spans of hours spread around what was foretold of them: κ of {@link
 * NegativeBinomial}. It comes from forecasts made before the hours were known, so that whatever the
 * baseline gets wrong about a stage is in it, and it is the upper 90 % bound, so that a short
 * history does not pass for a quiet one.
 *
 * @param span hours
 * @param kappa the bound
 * @param times spans that it rests on
 */
record VolumeSpread(int span, double kappa, int times) {

    /** Quantile of the normal distribution for the bound. */
    private static final double NORMAL = 1.2815515655446004;

    /** A squared deviation counts as at most so many times the mean one. */
    private static final double MOST = 16;

    static VolumeSpread of(HourCounts counts, long until, int span) {
        double[] came = new double[HourCounts.KEPT_DAYS * HourCounts.DAY / span + 1];
        double[] due = new double[came.length];
        int times = 0;
        long first = Math.max(counts.begin(), until - (long) HourCounts.KEPT_DAYS * HourCounts.DAY);
        for (long end = until; end - span >= first && times < came.length; end -= span) {
            double expected = 0;
            int count = 0;
            for (long hour = end - span; hour < end && expected >= 0; hour++) {
                double one = counts.learnt(hour) ? counts.expected(hour) : -1;
                expected = one < 0 ? -1 : expected + one;
                count += counts.count(hour);
            }
            if (expected > 0) {
                came[times] = count;
                due[times] = expected;
                times++;
            }
        }
        return new VolumeSpread(span, kappa(came, due, times), times);
    }

    private static double kappa(double[] came, double[] due, int times) {
        if (times == 0) {
            return 0;
        }
        double most = Double.MAX_VALUE;
        double dispersion = 1;
        double sum = 0;
        double squares = 0;
        for (int pass = 0; pass < 3; pass++) {
            double chi = 0;
            sum = 0;
            squares = 0;
            for (int i = 0; i < times; i++) {
                double off = came[i] - due[i];
                chi += Math.min(most * due[i], off * off);
                sum += due[i];
                squares += due[i] * due[i];
            }
            dispersion = chi / sum;
            most = MOST * Math.max(1, dispersion);
        }
        double bound = Math.max(1, dispersion * times / chiSquare(times));
        return (bound - 1) * sum / squares;
    }

    /** Lower 10 % quantile of χ², by Wilson and Hilferty (PNAS 17, 1931, 684–688). */
    private static double chiSquare(int freedom) {
        double part = 2.0 / (9.0 * freedom);
        double root = 1 - part - NORMAL * Math.sqrt(part);
        return freedom * Math.max(1e-3, root * root * root);
    }
}
