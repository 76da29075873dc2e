package io.throughline.console;

/**
 * A negative share with its 95 % interval (Wilson, "Probable inference, the law of succession, and
 * statistical inference", JASA 22, 1927, 209–212).
 *
 * @param value 0 to 1
 * @param low lower end of the interval
 * @param high upper end of the interval
 */
record Share(double value, double low, double high) {

    private static final double Z = 1.959964;

    /**
     * The share of some among all.
     *
     * @param all above 0
     */
    static Share of(long some, long all) {
        double share = (double) some / all;
        double wide = Z * Z / all;
        double middle = (share + wide / 2) / (1 + wide);
        double half = Z / (1 + wide) * Math.sqrt(share * (1 - share) / all + wide / (4 * all));
        return new Share(share, Math.max(0, middle - half), Math.min(1, middle + half));
    }
}
