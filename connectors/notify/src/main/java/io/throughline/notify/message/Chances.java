package io.throughline.notify.message;

import java.util.Locale;

/** Says how rare something is. */
final class Chances {

    private static final String[] NAMES = {"", " thousand", " million", " billion"};
    private static final int THOUSAND = 3;
    private static final int MOST = 12;

    private Chances() {}

    /**
     * A power of ten in words: {@code 200 million}; beyond a thousand billion, where nobody can
     * tell any more, just that.
     */
    static String once(double exponent) {
        if (exponent >= MOST) {
            return "more than a thousand billion";
        }
        int step = (int) Math.max(0, Math.floor(exponent / THOUSAND));
        double number = Math.pow(10, exponent - (double) step * THOUSAND);
        double digits = Math.pow(10, Math.floor(Math.log10(number)));
        double rounded = Math.round(number / digits) * digits;
        return String.format(Locale.ROOT, rounded < 1 ? "%.1f%s" : "%.0f%s", rounded, NAMES[step]);
    }
}
