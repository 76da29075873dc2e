package io.throughline.domain.watch;

import io.throughline.alert.Figures;

/** What would end an alert on sentiment, in one sentence with numbers. */
final class Resolution {

    private Resolution() {}

    /**
     * @param toReturn pieces of feedback that would show the return
     */
    static String of(Figures figures, long toReturn) {
        return "Ends when about %d more pieces of feedback look like the baseline of %d %% negative (fewer once it has lasted longer), or when somebody accepts the new level."
                .formatted(rounded(toReturn), Math.round(100 * figures.expected()));
    }

    /** To two digits: more would say more than is known. */
    private static long rounded(long count) {
        long unit = 1;
        while (count / unit >= 100) {
            unit *= 10;
        }
        return Math.round((double) count / unit) * unit;
    }
}
