package io.throughline.pipeline.tagging;

import io.throughline.model.TaggedFeedback;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/**
 * What people said of the feedback at hand, in keyed state.
 *
 * <p>Documents and roll-ups must end the same whether a feedback or its correction comes first. So
 * which correction holds follows from the corrections alone (the latest of the same words), and the
 * sequence of a line is the deduplicator's plus the number of corrections of its revision: it grows
 * with each of them, and the sum does not depend on their order.
 */
final class CorrectionBook {

    private final ValueState<Seen> seen;
    private final ListState<Said> said;

    CorrectionBook(RuntimeContext context) {
        seen = context.getState(new ValueStateDescriptor<>("seen", TypeInformation.of(Seen.class)));
        said =
                context.getListState(
                        new ListStateDescriptor<>("corrections", TypeInformation.of(Said.class)));
    }

    /** What the last feedback was; null before there was one. */
    Seen seen() throws Exception {
        return seen.value();
    }

    /** Notes the feedback that came last, and forgets corrections of what went before it. */
    void sees(Seen now) throws Exception {
        seen.update(now);
        List<Said> all = all();
        List<Said> kept =
                all.stream()
                        .filter(one -> !now.deleted() && one.revision() >= now.revision())
                        .toList();
        if (kept.size() != all.size()) {
            said.update(kept);
        }
    }

    /** Takes a correction in; false when it was here already. */
    boolean add(Said one) throws Exception {
        if (all().contains(one)) {
            return false;
        }
        said.add(one);
        return true;
    }

    /** Sequence of the next line of a revision. */
    int sequence(long revision, int deduplicated) throws Exception {
        long corrections = all().stream().filter(one -> one.revision() == revision).count();
        return (int) Math.min(deduplicated + corrections, TaggedFeedback.MAX_SEQUENCE);
    }

    /** Corrections of these words, earliest first. */
    List<Said> of(long revision, long words) throws Exception {
        return all().stream()
                .filter(one -> one.revision() == revision && one.words() == words)
                .sorted(Said.BY_TIME)
                .toList();
    }

    private List<Said> all() throws Exception {
        List<Said> all = new ArrayList<>();
        Iterable<Said> stored = said.get();
        if (stored != null) {
            stored.forEach(all::add);
        }
        return all;
    }
}
