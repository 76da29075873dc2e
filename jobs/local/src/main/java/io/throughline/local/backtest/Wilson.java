package io.throughline.local.backtest;

/** Wilson's interval of a share (Journal of the American Statistical Association 22, 1927, 209). */
final class Wilson {

    private static final double Z = 1.959964;

    private Wilson() {}

    static double low(double share, long count) {
        return Math.max(0, middle(share, count) - half(share, count));
    }

    static double high(double share, long count) {
        return Math.min(1, middle(share, count) + half(share, count));
    }

    private static double middle(double share, long count) {
        return (share + Z * Z / (2 * count)) / (1 + Z * Z / count);
    }

    private static double half(double share, long count) {
        return Z
                / (1 + Z * Z / count)
                * Math.sqrt(share * (1 - share) / count + Z * Z / (4.0 * count * count));
    }
}
