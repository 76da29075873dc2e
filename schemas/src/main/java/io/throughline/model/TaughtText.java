package io.throughline.model;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A text with the labels that a tutor gave it, as it travels and lies in state.
 *
 * @param id feedback id
 * @param occurredAt event time
 * @param turns the customer's utterances, redacted
 * @param language null when unknown
 * @param rating null when none was given
 * @param channel null when unknown
 * @param sentiment probability of negative, neutral and positive; null when nothing is said of it
 * @param stages stage id to weight; null when nothing is said of stages
 * @param stagesOf journey and version that the stages are of, e.g. {@code retail@3}; null without
 *     stages
 * @param tutor who gave the labels
 */
public record TaughtText(
        String id,
        Instant occurredAt,
        List<String> turns,
        String language,
        Rating rating,
        Channel channel,
        List<Double> sentiment,
        Map<String, Double> stages,
        String stagesOf,
        String tutor) {

    public TaughtText {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(occurredAt, "occurredAt");
        Objects.requireNonNull(tutor, "tutor");
        turns = List.copyOf(turns);
        sentiment = sentiment == null ? null : List.copyOf(sentiment);
        stages = stages == null ? null : Collections.unmodifiableMap(new TreeMap<>(stages));
    }

    /** The same at another time. */
    public TaughtText at(Instant time) {
        return new TaughtText(
                id, time, turns, language, rating, channel, sentiment, stages, stagesOf, tutor);
    }

    /** Id and size: the text is somebody's words. */
    @Override
    public String toString() {
        return "TaughtText[" + id + " by " + tutor + ", " + turns.size() + " turns]";
    }
}
