package io.throughline.local.nab;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Weighs what a detector said about a set of series, with one threshold for all of them.
 *
 * <p>The published threshold is the one with the greatest score. The benchmark's own optimiser
 * climbed a hill before it tried every threshold that makes a difference, which this does: sorted
 * by their scores, rows become detections one after the other.
 */
final class NabScorer {

    /** Above every score: nothing is detected. */
    static final double NOTHING = 1.1;

    private record Row(double score, int window, double value) {}

    private final List<Row> rows = new ArrayList<>();
    private final List<Integer> reachable;
    private final int windows;

    NabScorer(List<ScoredSeries> corpus) {
        int before = 0;
        for (ScoredSeries scored : corpus) {
            RowValues values = RowValues.of(scored.series());
            for (int row = 0; row < scored.scores().length; row++) {
                int window = values.window()[row];
                if (window != RowValues.PROBATION) {
                    rows.add(
                            new Row(
                                    scored.scores()[row],
                                    window == RowValues.NONE ? window : before + window,
                                    values.value()[row]));
                }
            }
            before += scored.series().windows().size();
        }
        this.windows = before;
        this.reachable =
                rows.stream()
                        .map(Row::window)
                        .filter(window -> window != RowValues.NONE)
                        .distinct()
                        .toList();
        rows.sort(Comparator.comparingDouble(Row::score).reversed());
    }

    /** The greatest threshold whose score nothing beats; {@link #NOTHING} when that is best. */
    double bestThreshold(NabProfile profile) {
        Tally tally = tally(profile);
        double best = tally.raw();
        double threshold = NOTHING;
        for (int row = 0; row < rows.size(); row++) {
            Row one = rows.get(row);
            tally.detection(one.window(), one.value());
            boolean lastOfScore = row + 1 == rows.size() || rows.get(row + 1).score() < one.score();
            if (lastOfScore && tally.raw() > best) {
                best = tally.raw();
                threshold = one.score();
            }
        }
        return threshold;
    }

    /** The score when every row at or above the threshold is a detection. */
    NabScore score(NabProfile profile, double threshold) {
        Tally tally = tally(profile);
        for (Row row : rows) {
            if (row.score() < threshold) {
                break;
            }
            tally.detection(row.window(), row.value());
        }
        return tally.score();
    }

    private Tally tally(NabProfile profile) {
        Tally tally = new Tally(profile, windows);
        reachable.forEach(tally::canBeFound);
        return tally;
    }
}
