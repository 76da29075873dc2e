package io.throughline.domain.rollup;

import io.throughline.model.StageSignal.TermCount;
import io.throughline.model.StageSignal.Terms;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The most frequent terms of a window; ties by the term, so that a set has one answer. */
final class TopTerms {

    /** Most frequent first. */
    private static final Comparator<TermCount> ORDER =
            Comparator.comparingLong(TermCount::count).reversed().thenComparing(TermCount::term);

    private final PriorityQueue<TermCount> kept = new PriorityQueue<>(ORDER.reversed());
    private final int most;
    private long total;

    private TopTerms(int most) {
        this.most = most;
    }

    /** At most so many of those with a positive count. */
    static Terms of(TermCounts counts, int most) {
        TopTerms top = new TopTerms(most);
        counts.forEach(top::add);
        List<TermCount> sorted = top.kept.stream().sorted(ORDER).toList();
        return sorted.isEmpty() ? Terms.NONE : new Terms(top.total, sorted);
    }

    private void add(String term, int count) {
        total += count;
        if (kept.size() < most || count >= kept.element().count()) {
            kept.add(new TermCount(term, count));
            if (kept.size() > most) {
                kept.remove();
            }
        }
    }
}
