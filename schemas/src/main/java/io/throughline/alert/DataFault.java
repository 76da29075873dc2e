package io.throughline.alert;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;

/**
 * Something is wrong with the data itself, so that a change of sentiment may be no change of what
 * customers feel.
 *
 * @param journey id of the journey map that it concerns
 * @param stage stage that it concerns; null for all
 * @param channel channel that it concerns; null for all
 * @param from begin, of event time
 * @param until end, of event time; null while it lasts. The same fault is told again when it ends
 * @param detail one sentence with figures; no verbatim
 */
public record DataFault(
        Kind kind,
        String journey,
        String stage,
        String channel,
        Instant from,
        Instant until,
        String detail) {

    /** What is wrong. */
    public enum Kind {
        /** A channel brings nothing, or far less than it should. */
        CHANNEL_STALLED,
        /** The tagger abstains far more often. */
        ABSTENTION_JUMP,
        /** Far more feedback fits no stage. */
        UNASSIGNED_JUMP,
        /** The mix of languages changed. */
        LANGUAGE_JUMP,
        /** Another sentiment model judges. */
        MODEL_CHANGE,
        /** Another version of the journey map sorts. */
        MAP_CHANGE,
        /** Far more records are dead letters. */
        DEAD_LETTERS;

        /** The name on the wire and in documents, e.g. {@code channel-stalled}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public DataFault {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(journey, "journey");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(detail, "detail");
    }
}
