package io.throughline.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One alert as it stands. The same alert is told again with a higher version whenever something of
 * it changes, so the newest version is its whole life. All times are event times: ends of the
 * windows that decided, never the wall clock, so that a replay tells the same.
 *
 * @param id hash of rule, journey, stage and onset window: the same however often it is found
 * @param rule id of the rule that found it: {@code sentiment-drop}, {@code sentiment-rise}, {@code
 *     volume-surge} or {@code volume-collapse}
 * @param journey id of the journey map
 * @param journeyVersion version of the map when it fired
 * @param stage stage id
 * @param firedAt end of the window that made it fire
 * @param resolvedAt end of the window that ended it; null while it lasts
 * @param updatedAt end of the window, or time of the word, that this version is from
 * @param figures what the decision rests on, never changed once it has fired
 * @param corrected the same figures as records that came later correct them; null when none did
 * @param drivers channels that carry the change, greatest first; their contributions sum to
 *     observed − expected, of the corrected figures when there are any
 * @param terms words that set feedback since the onset apart, strongest first
 * @param verbatims up to five redacted ones that show it
 * @param models sentiment models that judged what the decision rests on, sorted
 * @param resolution one sentence: what would end this alert
 * @param version grows with every change of this alert, from 1
 */
public record Alert(
        String id,
        String rule,
        String journey,
        int journeyVersion,
        String stage,
        AlertState state,
        Direction direction,
        Onset onset,
        Instant firedAt,
        Instant resolvedAt,
        Instant updatedAt,
        Figures figures,
        Figures corrected,
        Decision decision,
        List<Driver> drivers,
        List<Term> terms,
        List<Evidence> verbatims,
        List<String> models,
        String resolution,
        Ownership ownership,
        Handling handling,
        long version) {

    public Alert {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(journey, "journey");
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(direction, "direction");
        Objects.requireNonNull(onset, "onset");
        Objects.requireNonNull(firedAt, "firedAt");
        Objects.requireNonNull(updatedAt, "updatedAt");
        Objects.requireNonNull(figures, "figures");
        Objects.requireNonNull(decision, "decision");
        drivers = List.copyOf(drivers);
        terms = List.copyOf(terms);
        verbatims = List.copyOf(verbatims);
        models = List.copyOf(models);
        Objects.requireNonNull(resolution, "resolution");
        Objects.requireNonNull(ownership, "ownership");
        Objects.requireNonNull(handling, "handling");
    }

    /**
     * How long customers felt it: from the onset until feedback showed that the stage was back.
     * Empty while it lasts, and when it ended otherwise: accepted, held back or without data.
     */
    public Optional<Duration> recovery() {
        boolean recovered =
                state == AlertState.RESOLVED && resolvedAt != null && handling.acceptedBy() == null;
        return recovered ? Optional.of(Duration.between(onset.at(), resolvedAt)) : Optional.empty();
    }
}
