package io.throughline.alert;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * What a person, or a changed configuration, tells the detectors. Commands are records of a topic,
 * so that a replay sees them too, and each counts from a stated event time on.
 *
 * @param id names the command; the same id again changes nothing. Of a silence, its name
 * @param from event time from which it counts
 * @param by who says so
 * @param comment why; may be null
 * @param alert id of the alert that is spoken of; null for rules, journey maps and silences
 * @param matchers what a silence holds back, exact values of {@code stage}, {@code rule}, {@code
 *     journey}, {@code direction}; empty otherwise
 * @param until end of a silence; null otherwise
 * @param document alert rules or journey map as YAML; null otherwise
 */
public record AlertCommand(
        String id,
        Kind kind,
        Instant from,
        String by,
        String comment,
        String alert,
        Map<String, String> matchers,
        Instant until,
        String document) {

    /** What is told. */
    public enum Kind {
        /** Alert rules from now on. */
        RULES,
        /** Journey map from now on: stages, names and owners. */
        JOURNEY,
        /** Somebody takes an alert up: it is not escalated any more. */
        ACKNOWLEDGE,
        /** The new level is the level: the alert ends and the baseline starts from the onset. */
        ACCEPT,
        /** Hold alerts back. */
        SILENCE,
        /** End a silence, named by {@link #id} of it in {@link #alert}. */
        UNSILENCE;

        /** The name on the wire and on the command line, e.g. {@code acknowledge}. */
        public String id() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public AlertCommand {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(by, "by");
        matchers = Map.copyOf(matchers);
    }
}
