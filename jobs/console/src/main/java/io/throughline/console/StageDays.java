package io.throughline.console;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.alert.Term;
import io.throughline.measure.LogOdds;
import io.throughline.measure.ScoreQuantiles;
import io.throughline.model.StageSignal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the totals of days say of a stage: its scores, and the terms of the newest two days of UTC
 * that stand out against the days before. A day lists its most frequent terms only; one that it
 * does not list counts as often as the last it does, so that no term stands out because it was left
 * out.
 *
 * @param scores null when nothing has a label
 * @param terms clearest first
 */
record StageDays(ScoreQuantiles scores, List<Term> terms) {

    static final StageDays NONE = new StageDays(null, List.of());

    private static final int MOST_TERMS = 6;

    /** As many as a day lists at most, see {@link StageSignal.Terms}. */
    private static final int FULL = 100;

    /** By stage. */
    static Map<String, StageDays> read(Span span, JsonNode answer) {
        Map<String, List<JsonNode>> stages = new HashMap<>();
        for (JsonNode hit : answer.path("hits").path("hits")) {
            JsonNode day = hit.path("_source");
            stages.computeIfAbsent(day.path("stage").asText(), stage -> new ArrayList<>()).add(day);
        }
        Map<String, StageDays> read = new HashMap<>();
        stages.forEach((stage, days) -> read.put(stage, of(span, days)));
        return read;
    }

    private static StageDays of(Span span, List<JsonNode> days) {
        Instant late = span.until().minus(Span.DAY).minus(Span.DAY);
        List<JsonNode> lately = new ArrayList<>();
        List<JsonNode> before = new ArrayList<>();
        long[] histogram = new long[StageSignal.SCORE_BINS];
        for (JsonNode day : days) {
            boolean isLate = Instant.parse(day.path("windowStart").asText()).isAfter(late);
            (isLate ? lately : before).add(day);
            for (int bin = 0; bin < histogram.length; bin++) {
                histogram[bin] += day.path("scoreHistogram").path(bin).asLong();
            }
        }
        return new StageDays(ScoreQuantiles.of(histogram).orElse(null), terms(lately, before));
    }

    private static List<Term> terms(List<JsonNode> lately, List<JsonNode> before) {
        Map<String, Long> window = new HashMap<>();
        lately.forEach(day -> listed(day).forEach((term, n) -> window.merge(term, n, Long::sum)));
        Map<String, Long> baseline = new HashMap<>();
        for (JsonNode day : before) {
            Map<String, Long> listed = listed(day);
            long least =
                    listed.size() < FULL
                            ? 0
                            : listed.values().stream().mapToLong(n -> n).min().orElse(0);
            window.keySet()
                    .forEach(
                            term ->
                                    baseline.merge(
                                            term, listed.getOrDefault(term, least), Long::sum));
        }
        long total = total(before);
        return total == 0
                ? List.of()
                : LogOdds.top(window, total(lately), baseline, total, MOST_TERMS);
    }

    private static Map<String, Long> listed(JsonNode day) {
        Map<String, Long> listed = new HashMap<>();
        for (JsonNode term : day.path("terms")) {
            listed.put(term.path("term").asText(), term.path("count").asLong());
        }
        return listed;
    }

    private static long total(List<JsonNode> days) {
        return days.stream().mapToLong(day -> day.path("termTotal").asLong()).sum();
    }
}
