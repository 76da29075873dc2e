package io.throughline.domain.rollup;

import io.throughline.model.StageSignal.TermCount;
import io.throughline.model.StageSignal.Terms;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/** The most frequent terms of a window; ties by the term, so that a set has one answer. */
final class TopTerms {

    /** Most frequent first. */
    private static final Comparator<TermCount> ORDER =
            Comparator.comparingLong(TermCount::count).reversed().thenComparing(TermCount::term);

    private TopTerms() {}

    /** At most so many of those with a positive count. */
    static Terms of(Map<String, Long> counts, int most) {
        long total = 0;
        PriorityQueue<TermCount> kept = new PriorityQueue<>(ORDER.reversed());
        for (Map.Entry<String, Long> entry : counts.entrySet()) {
            if (entry.getValue() <= 0) {
                continue;
            }
            total += entry.getValue();
            if (kept.size() < most || entry.getValue() >= kept.element().count()) {
                kept.add(new TermCount(entry.getKey(), entry.getValue()));
                if (kept.size() > most) {
                    kept.remove();
                }
            }
        }
        List<TermCount> sorted = kept.stream().sorted(ORDER).toList();
        return sorted.isEmpty() ? Terms.NONE : new Terms(total, sorted);
    }
}
