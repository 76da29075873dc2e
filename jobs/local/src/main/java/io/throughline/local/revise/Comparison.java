package io.throughline.local.revise;

import io.throughline.measure.NetSentiment;
import io.throughline.model.SentimentLabel;
import io.throughline.model.StageSignal;
import io.throughline.model.StageTag;
import io.throughline.model.StageTags;
import io.throughline.model.TaggedFeedback;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Counts the same feedback under two versions of a journey map. */
final class Comparison {

    private final Map<String, Side> before = new TreeMap<>();
    private final Map<String, Side> after = new TreeMap<>();
    private final Map<String, Map<String, Long>> moves = new TreeMap<>();
    private final Map<String, Long> changedOf = new TreeMap<>();
    private final Set<String> answering = new HashSet<>();
    private long feedback;
    private long changed;

    /** Feedback of a stage; a feedback of several stages is in each. */
    static final class Side {

        private long count;
        private final long[] labels = new long[SentimentLabel.values().length];

        @SuppressWarnings("EnumOrdinal") // an index within this JVM
        private void add(SentimentLabel label) {
            count++;
            if (label != null) {
                labels[label.ordinal()]++;
            }
        }

        long count() {
            return count;
        }

        /** -100 to 100; 0 without a label. */
        @SuppressWarnings("EnumOrdinal") // an index within this JVM
        double netSentiment() {
            return NetSentiment.of(
                            labels[SentimentLabel.NEGATIVE.ordinal()],
                            labels[SentimentLabel.NEUTRAL.ordinal()],
                            labels[SentimentLabel.POSITIVE.ordinal()])
                    .map(NetSentiment::value)
                    .orElse(0.0);
        }
    }

    void add(TaggedFeedback was, TaggedFeedback is) {
        feedback++;
        if (!was.stages().stages().equals(is.stages().stages())) {
            changed++;
            changedOf.merge(was.stages().engine(), 1L, Long::sum);
        }
        answering.add(is.stages().engine());
        count(before, was);
        count(after, is);
        moves.computeIfAbsent(heaviest(was.stages()), from -> new TreeMap<>())
                .merge(heaviest(is.stages()), 1L, Long::sum);
    }

    private static void count(Map<String, Side> side, TaggedFeedback line) {
        if (line.stages().stages().isEmpty()) {
            side.computeIfAbsent(StageSignal.UNASSIGNED, stage -> new Side())
                    .add(line.sentiment().label());
        }
        for (StageTag stage : line.stages().stages()) {
            side.computeIfAbsent(stage.id(), id -> new Side()).add(line.sentiment().label());
        }
    }

    private static String heaviest(StageTags tags) {
        return tags.stages().stream()
                .max(Comparator.comparingDouble(StageTag::weight))
                .map(StageTag::id)
                .orElse(StageSignal.UNASSIGNED);
    }

    long feedback() {
        return feedback;
    }

    /** Feedback whose stages or their weights are others now. */
    long changed() {
        return changed;
    }

    /**
     * Of the changed, those whose stages came from an engine that answers nothing any more, by that
     * engine: such as a student that learnt on stages which are others now.
     */
    Map<String, Long> changedOfSilent() {
        Map<String, Long> silent = new TreeMap<>(changedOf);
        silent.keySet().removeAll(answering);
        return silent;
    }

    /** By stage id, as before. */
    Map<String, Side> before() {
        return before;
    }

    /** By stage id, as after. */
    Map<String, Side> after() {
        return after;
    }

    /** Heaviest stage before, to heaviest stage after, to how many; also those that stayed. */
    Map<String, Map<String, Long>> moves() {
        return moves;
    }

    /** Share without a stage, 0 to 1. */
    double abstained(Map<String, Side> side) {
        Side unassigned = side.get(StageSignal.UNASSIGNED);
        return unassigned == null ? 0 : (double) unassigned.count() / Math.max(1, feedback);
    }
}
