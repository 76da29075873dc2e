package io.throughline.domain.learning;

import io.throughline.domain.tagging.Verbatim;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * A text with the labels that the student should have given it.
 *
 * @param id feedback id; lessons are taken in the order of ids
 * @param occurredAt event time; decides the window the lesson belongs to
 * @param sentiment null when the tutor said nothing about sentiment
 * @param stages stage id to weight, the weights sum to 1; empty when the text fits no stage; null
 *     when the tutor said nothing about stages
 * @param stagesOf journey and version that the stages are of, e.g. {@code retail@3}; null without
 *     stages
 */
public record Lesson(
        String id,
        Instant occurredAt,
        Verbatim verbatim,
        SentimentDistribution sentiment,
        Map<String, Double> stages,
        String stagesOf,
        Tutor tutor) {

    public Lesson {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(occurredAt, "occurredAt");
        Objects.requireNonNull(verbatim, "verbatim");
        Objects.requireNonNull(tutor, "tutor");
        stages = stages == null ? null : Map.copyOf(stages);
    }
}
