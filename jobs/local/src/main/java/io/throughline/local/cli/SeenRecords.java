package io.throughline.local.cli;

import io.throughline.model.FailureReason;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Counts what {@code channel try} came across, and says it in one line. */
final class SeenRecords {

    private final Map<FailureReason, Integer> rejected = new EnumMap<>(FailureReason.class);
    private final Map<String, Integer> filtered = new TreeMap<>();
    private final Set<String> ids = new HashSet<>();
    private int envelopes;
    private int feedback;
    private int repeated;
    private Instant newest;

    void envelope() {
        envelopes++;
    }

    void accepted(String id, Instant occurredAt) {
        feedback++;
        repeated += ids.add(id) ? 0 : 1;
        newest = newest == null || occurredAt.isAfter(newest) ? occurredAt : newest;
    }

    void rejected(FailureReason reason) {
        rejected.merge(reason, 1, Integer::sum);
    }

    void filtered(String reason) {
        filtered.merge(reason, 1, Integer::sum);
    }

    int records() {
        return feedback + sum(rejected) + sum(filtered);
    }

    boolean rejectedAny() {
        return !rejected.isEmpty();
    }

    String line() {
        StringBuilder line = new StringBuilder();
        line.append("saw ").append(count(records(), "record")).append(" in ");
        line.append(count(envelopes, "payload")).append(": ").append(feedback).append(" feedback");
        if (repeated > 0) {
            line.append(" (").append(repeated).append(" of an id seen before)");
        }
        rejected.forEach(
                (reason, n) -> line.append(", ").append(n).append(" rejected ").append(reason));
        filtered.forEach(
                (reason, n) -> line.append(", ").append(n).append(" filtered ").append(reason));
        if (newest != null) {
            line.append("; newest ").append(newest);
        }
        return line.append("; nothing was written").toString();
    }

    private static int sum(Map<?, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
