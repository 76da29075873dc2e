package io.throughline.measure;

/**
 * An interval of a share, or of a difference of shares.
 *
 * <p>Wilson's score interval (Wilson, JASA 22, 1927, 209–212) and, for the difference of two
 * independent shares, Newcombe's square-and-add of two of them (Newcombe, "Interval estimation for
 * the difference between independent proportions", Statistics in Medicine 17, 1998, 873–890, method
 * 10). Numbers of observations may be fractions: of weighted and of overdispersed feedback they are
 * effective ones.
 */
public record Interval(double low, double high) {

    /** Standard normal quantile of a two-sided 95 % interval. */
    public static final double TWO_SIDED_95 = 1.959963984540054;

    /** Of a share that was seen in {@code n} observations. */
    public static Interval wilson(double share, double n, double z) {
        double square = z * z;
        double middle = (share + square / (2 * n)) / (1 + square / n);
        double half =
                z
                        * StrictMath.sqrt(share * (1 - share) / n + square / (4 * n * n))
                        / (1 + square / n);
        return new Interval(Math.max(0, middle - half), Math.min(1, middle + half));
    }

    /** Of a share, 95 %. */
    public static Interval wilson(double share, double n) {
        return wilson(share, n, TWO_SIDED_95);
    }

    /** Of {@code share − base}, seen in {@code n} and {@code baseN} observations. */
    public static Interval newcombe(double share, double n, double base, double baseN, double z) {
        Interval of = wilson(share, n, z);
        Interval from = wilson(base, baseN, z);
        double difference = share - base;
        return new Interval(
                difference - root(share - of.low, from.high - base),
                difference + root(of.high - share, base - from.low));
    }

    /**
     * Of the mean behind a count, 95 %. With few it is far from as long below as above: of 6 pieces
     * it reaches from 2 to 13. Byar's approximation to the exact interval of Poisson's law (Breslow
     * and Day, Statistical Methods in Cancer Research II, 1987, p. 69).
     */
    public static Interval ofCount(long count) {
        return new Interval(
                count == 0 ? 0 : byar(count, -TWO_SIDED_95), byar(count + 1.0, TWO_SIDED_95));
    }

    private static double byar(double count, double z) {
        double root = Math.max(0, 1 - 1 / (9 * count) + z / (3 * StrictMath.sqrt(count)));
        return count * root * root * root;
    }

    /** Of {@code of − base} by square-and-add, when this is the interval of {@code of}. */
    public Interval less(double of, double base, double baseArm) {
        return new Interval(
                of - base - root(of - low, baseArm), of - base + root(high - of, baseArm));
    }

    private static double root(double one, double other) {
        return StrictMath.sqrt(one * one + other * other);
    }
}
