package io.throughline.model;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;

/**
 * The last replay of a dead letter.
 *
 * @param at when it was asked for
 * @param by who asked
 * @param outcome what became of it
 */
public record Replay(Instant at, String by, Outcome outcome) {

    /** What became of a replay. */
    public enum Outcome {
        /** It is on its way. */
        SUBMITTED,
        /** It is live now. */
        TAGGED,
        /** Its document is written now. */
        INDEXED,
        /** The same content had come by another way before. */
        DUPLICATE,
        /** A later revision, or a delete, had come before. */
        SUPERSEDED,
        /** It was a delete, which counts now. */
        DELETED,
        /** A drop rule of the channel leaves it out, or its envelope has no such record now. */
        FILTERED,
        /** It is a dead letter again. */
        FAILED;

        /** The name in documents, lower case. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether nothing is left to be done about the letter. */
        public boolean settled() {
            return this != SUBMITTED && this != FAILED;
        }
    }

    public Replay {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(outcome, "outcome");
    }

    /** The same replay with its end. */
    public Replay ended(Outcome end) {
        return new Replay(at, by, end);
    }
}
