package io.throughline.pipeline.tagging;

import io.throughline.model.DeadLetter;
import io.throughline.model.Feedback;
import io.throughline.model.ProcessingStage;
import io.throughline.model.Provenance;
import io.throughline.model.RawEnvelope;
import io.throughline.model.Replay;
import io.throughline.wire.ReplayMarks;
import java.util.Map;
import java.util.Optional;

/**
 * The dead letters that an envelope is a replay of. Only their records are taken, since the others
 * went on when the envelope came first; all are taken when the envelope could not be split then, or
 * is split into another number of records now, for then an index may mean another record, and what
 * went on is found to be a duplicate.
 *
 * @param letters by the index of their record; empty when the envelope came as it is
 */
record Replayed(Map<Integer, DeadLetter> letters) {

    static Replayed of(RawEnvelope envelope) {
        return new Replayed(ReplayMarks.letters(envelope));
    }

    /** Whether a record goes on, of so many that are found in the envelope now. */
    boolean takes(int record, int found) {
        return letters.isEmpty()
                || letters.containsKey(record)
                || letters.values().stream().anyMatch(letter -> !splitAlike(letter, found));
    }

    private static boolean splitAlike(DeadLetter letter, int found) {
        boolean uncounted = letter.records() < 0;
        boolean split = letter.stage() != ProcessingStage.PARSE || letter.record() > 0;
        return uncounted ? split && letter.record() < found : letter.records() == found;
    }

    /** What goes with a record, so that its end can be told; null when it is no replay. */
    String mark(int record) {
        DeadLetter letter = letters.get(record);
        return letter == null ? null : ReplayMarks.of(letter);
    }

    /** A letter of the record that fails now, with what became of its replay when it is one. */
    DeadLetter failed(DeadLetter again) {
        DeadLetter letter = letters.get(again.record());
        return letter == null ? again : failed(again, letter);
    }

    /** What became of the letter of a record; empty when the record is no replay. */
    Optional<DeadLetter> ended(int record, Replay.Outcome outcome) {
        return Optional.ofNullable(letters.get(record))
                .map(letter -> letter.with(letter.replay().ended(outcome)));
    }

    /** The letter that a feedback is a replay of; null when it is none. */
    static DeadLetter letter(Feedback feedback) {
        Provenance provenance = feedback.provenance();
        return provenance == null || provenance.replayOf() == null
                ? null
                : ReplayMarks.letter(provenance.replayOf());
    }

    /** The feedback as it goes on once the end of its replay is told. */
    static Feedback unmarked(Feedback feedback) {
        return feedback.toBuilder().provenance(feedback.provenance().replayOf(null)).build();
    }

    /** The letter as it ended. */
    static DeadLetter ended(DeadLetter letter, Feedback feedback, Replay.Outcome outcome) {
        return letter.about(feedback.id()).with(letter.replay().ended(outcome));
    }

    /** The same letter, failed again, whatever step it failed in and however it was cut out. */
    static DeadLetter failed(DeadLetter again, DeadLetter letter) {
        return again.as(letter.id()).with(letter.replay().ended(Replay.Outcome.FAILED));
    }
}
