package io.throughline.domain.detect;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Puts beside the sums of a window what is expected of it. */
final class Scoring {

    private Scoring() {}

    /**
     * The window as judged.
     *
     * @param before the same window as it was judged before, whose expectations stay; null when it
     *     was not
     */
    static ScoredWindow of(
            WindowSums window,
            ScoredWindow before,
            Baseline baseline,
            int slot,
            double dispersion) {
        List<Cell> cells =
                window.cells().stream().sorted(Comparator.comparing(Cell::channel)).toList();
        int size = cells.size();
        ScoredWindow scored =
                new ScoredWindow(
                        window.start().getEpochSecond(),
                        new String[size],
                        new long[size],
                        new long[size],
                        new long[size],
                        new double[size],
                        authors(cells),
                        cells.stream().mapToLong(Cell::anonymous).sum(),
                        before == null ? dispersion : before.dispersion());
        for (int i = 0; i < size; i++) {
            Cell cell = cells.get(i);
            scored.channels()[i] = cell.channel();
            scored.count()[i] = cell.count();
            scored.weightMicros()[i] = cell.weightMicros();
            scored.negativeMicros()[i] = cell.negativeMicros();
            scored.expected()[i] = expected(cell.channel(), before, baseline, slot);
        }
        return scored;
    }

    private static double expected(
            String channel, ScoredWindow before, Baseline baseline, int slot) {
        if (before != null) {
            int at = Arrays.binarySearch(before.channels(), channel);
            if (at >= 0) {
                return before.expected()[at];
            }
        }
        return baseline.knows(channel) ? baseline.expected(channel, slot) : Double.NaN;
    }

    private static long[] authors(List<Cell> cells) {
        return cells.stream()
                .flatMap(cell -> cell.authors().stream())
                .mapToLong(Long::longValue)
                .sorted()
                .distinct()
                .toArray();
    }
}
