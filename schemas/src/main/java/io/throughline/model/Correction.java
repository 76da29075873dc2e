package io.throughline.model;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What a person says the tags of a feedback should be. It holds the feedback as the person saw it,
 * so that a label never ends up on other words, and needs no look-up to take effect.
 *
 * @param line redacted and tagged
 * @param sentiment null when nothing is said of it
 * @param stages ids of the journey map that {@code line} was tagged with; empty when it fits none;
 *     null when nothing is said of stages
 * @param by who says so
 * @param at when; of two corrections the later one holds
 */
public record Correction(
        TaggedFeedback line, SentimentLabel sentiment, List<String> stages, String by, Instant at) {

    public Correction {
        Objects.requireNonNull(line, "line");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(at, "at");
        stages = stages == null ? null : List.copyOf(stages);
        if (sentiment == null && stages == null) {
            throw new IllegalArgumentException("a correction says something");
        }
        if (line.sentiment() == null || line.stages() == null) {
            throw new IllegalArgumentException("only what has tags can be corrected");
        }
    }
}
