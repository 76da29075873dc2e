package io.throughline.taggers.stage;

import io.throughline.taggers.stage.JourneyAdvice.Confused;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds the pairs of stages that texts are torn between. */
final class ConfusedStages {

    /** The second stage is at least this part of the first. */
    private static final double TORN = 0.5;

    private static final int LEAST_TEXTS = 3;
    private static final int MOST_PAIRS = 10;
    private static final int MOST_WORDS = 6;
    private static final int MOST_EXAMPLES = 3;

    private ConfusedStages() {}

    static List<Confused> in(List<AdvisedText> texts, List<String> stages, CommonWords words) {
        List<AdvisedText> placed = AdvisedText.placed(texts);
        Map<Integer, List<AdvisedText>> pairs = new TreeMap<>();
        for (AdvisedText text : placed) {
            int[] pair = pair(text);
            if (pair != null) {
                int key = Math.min(pair[0], pair[1]) * stages.size() + Math.max(pair[0], pair[1]);
                pairs.computeIfAbsent(key, k -> new ArrayList<>()).add(text);
            }
        }
        List<Confused> confused = new ArrayList<>();
        pairs.forEach(
                (key, torn) -> {
                    if (torn.size() >= LEAST_TEXTS) {
                        confused.add(
                                new Confused(
                                        stages.get(key / stages.size()),
                                        stages.get(key % stages.size()),
                                        torn.size(),
                                        torn.size() / (double) placed.size(),
                                        words.of(torn, MOST_WORDS),
                                        torn.stream()
                                                .sorted(
                                                        Comparator.comparingDouble(
                                                                ConfusedStages::difference))
                                                .map(AdvisedText::text)
                                                .limit(MOST_EXAMPLES)
                                                .toList()));
                    }
                });
        confused.sort(Comparator.comparingInt(Confused::texts).reversed());
        return List.copyOf(confused.subList(0, Math.min(MOST_PAIRS, confused.size())));
    }

    private static int[] pair(AdvisedText text) {
        if (text.label() >= 0) {
            int byMap = Shares.best(text.byMap());
            return byMap == text.label() ? null : new int[] {text.label(), byMap};
        }
        boolean torn = text.byStream()[text.second()] >= TORN * text.byStream()[text.answer()];
        return torn ? new int[] {text.answer(), text.second()} : null;
    }

    private static double difference(AdvisedText text) {
        return text.byStream()[text.answer()] - text.byStream()[text.second()];
    }
}
