package io.throughline.alert;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;

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
        /** Somebody says that the cause is mended. It decides nothing. */
        CLAIM,
        /** Hold alerts back. */
        SILENCE,
        /** End a silence, named by {@link #id} of it in {@link #alert}. */
        UNSILENCE;

        /** The name on the wire and on the command line, e.g. {@code acknowledge}. */
        public String id() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private static final int SILENCE_ID_LENGTH = 13;

    public AlertCommand {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(by, "by");
        matchers = Map.copyOf(matchers);
    }

    /** Somebody takes an alert up; said twice, it counts once. */
    public static AlertCommand acknowledge(String alert, String by, String comment, Instant from) {
        return onAlert(Kind.ACKNOWLEDGE, alert, by, comment, from);
    }

    /** Somebody accepts the new level; said twice, it counts once. */
    public static AlertCommand accept(String alert, String by, String comment, Instant from) {
        return onAlert(Kind.ACCEPT, alert, by, comment, from);
    }

    /**
     * Somebody says that the cause is mended; said twice in a minute, it counts once. The latest
     * claim is the one that stands.
     */
    public static AlertCommand claim(String alert, String by, String comment, Instant from) {
        String id =
                Kind.CLAIM.id()
                        + "-"
                        + Objects.requireNonNull(alert, "alert")
                        + "-"
                        + from.truncatedTo(ChronoUnit.MINUTES).getEpochSecond();
        return onAlert(id, Kind.CLAIM, alert, by, comment, from);
    }

    private static AlertCommand onAlert(
            Kind kind, String alert, String by, String comment, Instant from) {
        String id = kind.id() + "-" + Objects.requireNonNull(alert, "alert");
        return onAlert(id, kind, alert, by, comment, from);
    }

    private static AlertCommand onAlert(
            String id, Kind kind, String alert, String by, String comment, Instant from) {
        return new AlertCommand(id, kind, from, by, comment, alert, Map.of(), null, null);
    }

    /**
     * Holds alerts back. Its id follows from what it says and the minute it begins in: said twice
     * in a minute, it is one silence.
     *
     * @throws IllegalArgumentException when it ends before it begins
     */
    public static AlertCommand silence(
            Map<String, String> matchers, Instant until, String by, String comment, Instant from) {
        if (!until.isAfter(from)) {
            throw new IllegalArgumentException(
                    "a silence from " + from + " cannot end at " + until + ", before it begins");
        }
        String said =
                new TreeMap<>(matchers)
                        + " "
                        + from.truncatedTo(ChronoUnit.MINUTES)
                        + " "
                        + until.truncatedTo(ChronoUnit.MINUTES)
                        + " "
                        + by;
        return new AlertCommand(
                "silence-"
                        + UUID.nameUUIDFromBytes(said.getBytes(StandardCharsets.UTF_8))
                                .toString()
                                .substring(0, SILENCE_ID_LENGTH),
                Kind.SILENCE,
                from,
                by,
                comment,
                null,
                matchers,
                until,
                null);
    }

    /**
     * Ends a silence; said twice, it counts once.
     *
     * @param silence id of it
     */
    public static AlertCommand unsilence(String silence, String by, String comment, Instant from) {
        return onAlert(Kind.UNSILENCE, silence, by, comment, from);
    }
}
