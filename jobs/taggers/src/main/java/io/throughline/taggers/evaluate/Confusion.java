package io.throughline.taggers.evaluate;

import io.throughline.model.Abstention;
import io.throughline.taggers.evaluate.Scores.LabelScores;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Counts of label against answer while rows stream by. */
final class Confusion {

    private final Map<String, Map<String, Long>> counts = new TreeMap<>();
    private final Map<String, Long> abstentions = new TreeMap<>();
    private final Map<String, Long> labelled = new TreeMap<>();

    void answered(String label, String answer) {
        labelled.merge(label, 1L, Long::sum);
        counts.computeIfAbsent(label, row -> new TreeMap<>()).merge(answer, 1L, Long::sum);
    }

    void abstained(String label, Abstention why) {
        labelled.merge(label, 1L, Long::sum);
        abstentions.merge(why.name().toLowerCase(Locale.ROOT), 1L, Long::sum);
    }

    boolean isEmpty() {
        return labelled.isEmpty();
    }

    Scores scores() {
        long all = sum(labelled);
        long answered = 0;
        long right = 0;
        for (Map.Entry<String, Map<String, Long>> row : counts.entrySet()) {
            answered += sum(row.getValue());
            right += row.getValue().getOrDefault(row.getKey(), 0L);
        }
        Set<String> names = new TreeSet<>(labelled.keySet());
        counts.values().forEach(row -> names.addAll(row.keySet()));
        Map<String, LabelScores> labels = new LinkedHashMap<>();
        double f1 = 0;
        for (String name : names) {
            LabelScores scores = of(name);
            labels.put(name, scores);
            f1 += labelled.containsKey(name) ? scores.f1() : 0;
        }
        return new Scores(
                all,
                answered,
                abstentions,
                ratio(answered, all),
                ratio(right, answered),
                ratio(right, all),
                labelled.isEmpty() ? 0 : f1 / labelled.size(),
                labels,
                counts);
    }

    private LabelScores of(String name) {
        long right = counts.getOrDefault(name, Map.of()).getOrDefault(name, 0L);
        long given = 0;
        for (Map<String, Long> row : counts.values()) {
            given += row.getOrDefault(name, 0L);
        }
        double precision = ratio(right, given);
        double recall = ratio(right, sum(counts.getOrDefault(name, Map.of())));
        double f1 = precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
        return new LabelScores(labelled.getOrDefault(name, 0L), given, precision, recall, f1);
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private static double ratio(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
