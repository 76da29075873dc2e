package io.throughline.wire;

import io.throughline.Alerts;
import io.throughline.Samples;
import java.util.List;
import java.util.stream.Stream;

/**
 * A record whose bytes are checked in under {@code wire/vN}, as written by every release N that
 * knew all of it.
 */
record Fixture<T>(String name, Codec<T> codec, T record) {

    static List<Fixture<?>> all() {
        return Stream.concat(ofReleaseFive().stream(), newInReleaseSix().stream()).toList();
    }

    static List<Fixture<?>> newInReleaseSix() {
        return List.of(
                new Fixture<>(
                        "model-version-stages", Codecs.MODEL_VERSION, Samples.learnedStages()),
                new Fixture<>("model-version-lost", Codecs.MODEL_VERSION, Samples.lost()));
    }

    static List<Fixture<?>> ofReleaseFive() {
        return Stream.concat(ofReleaseFour().stream(), newInReleaseFive().stream()).toList();
    }

    static List<Fixture<?>> newInReleaseFive() {
        return List.of(
                new Fixture<>("alert-claimed", Codecs.ALERT, Alerts.claimed()),
                new Fixture<>("dead-letter-hint", Codecs.DEAD_LETTER, Samples.deadLetter()),
                new Fixture<>("dead-letter-replayed", Codecs.DEAD_LETTER, Samples.replayedLetter()),
                new Fixture<>("feedback-replay", Codecs.FEEDBACK, Samples.replay()));
    }

    static List<Fixture<?>> ofReleaseFour() {
        return Stream.concat(ofReleaseThree().stream(), newInReleaseFour().stream()).toList();
    }

    static List<Fixture<?>> newInReleaseFour() {
        return List.of(
                new Fixture<>("alert-full", Codecs.ALERT, Alerts.full()),
                new Fixture<>("alert-volume", Codecs.ALERT, Alerts.volume()),
                new Fixture<>("alert-command-silence", Codecs.ALERT_COMMAND, Alerts.silence()),
                new Fixture<>("alert-command-rules", Codecs.ALERT_COMMAND, Alerts.rules()),
                new Fixture<>("data-fault", Codecs.DATA_FAULT, Alerts.stalled()),
                new Fixture<>("data-fault-lasting", Codecs.DATA_FAULT, Alerts.mapChange()),
                new Fixture<>("stage-signal-hour", Codecs.STAGE_SIGNAL, Samples.hour()),
                new Fixture<>("stage-status", Codecs.STAGE_STATUS, Alerts.pending()),
                new Fixture<>("stage-status-learning", Codecs.STAGE_STATUS, Alerts.learning()));
    }

    static List<Fixture<?>> ofReleaseThree() {
        return Stream.concat(ofReleaseTwo().stream(), newInReleaseThree().stream()).toList();
    }

    static List<Fixture<?>> newInReleaseThree() {
        return List.of(
                new Fixture<>("channel-health", Codecs.CHANNEL_HEALTH, Samples.failing()),
                new Fixture<>("channel-health-bare", Codecs.CHANNEL_HEALTH, Samples.unheardOf()));
    }

    static List<Fixture<?>> ofReleaseTwo() {
        return Stream.concat(ofReleaseOne().stream(), newInReleaseTwo().stream()).toList();
    }

    static List<Fixture<?>> newInReleaseTwo() {
        return List.of(
                new Fixture<>(
                        "feedback-appended",
                        Codecs.FEEDBACK,
                        Samples.taggedByALearner().feedback()),
                new Fixture<>(
                        "tagged-feedback-basis",
                        Codecs.TAGGED_FEEDBACK,
                        Samples.taggedByALearner()),
                new Fixture<>("correction", Codecs.CORRECTION, Samples.correction()),
                new Fixture<>(
                        "correction-no-stage", Codecs.CORRECTION, Samples.correctionOfNoStage()),
                new Fixture<>("model-version", Codecs.MODEL_VERSION, Samples.learned()),
                new Fixture<>("model-version-rollback", Codecs.MODEL_VERSION, Samples.rolledBack()),
                new Fixture<>("taught-text", Codecs.TAUGHT_TEXT, Samples.taught()),
                new Fixture<>("taught-text-bare", Codecs.TAUGHT_TEXT, Samples.taughtLittle()));
    }

    static List<Fixture<?>> ofReleaseOne() {
        return List.of(
                new Fixture<>("raw-envelope", Codecs.RAW_ENVELOPE, Samples.fullEnvelope()),
                new Fixture<>("raw-envelope-bare", Codecs.RAW_ENVELOPE, Samples.bareEnvelope()),
                new Fixture<>("feedback", Codecs.FEEDBACK, Samples.fullFeedback()),
                new Fixture<>("feedback-bare", Codecs.FEEDBACK, Samples.bareFeedback()),
                new Fixture<>("tagged-feedback", Codecs.TAGGED_FEEDBACK, Samples.tagged()),
                new Fixture<>(
                        "tagged-feedback-abstained", Codecs.TAGGED_FEEDBACK, Samples.abstained()),
                new Fixture<>("tagged-feedback-deleted", Codecs.TAGGED_FEEDBACK, Samples.deleted()),
                new Fixture<>("stage-signal", Codecs.STAGE_SIGNAL, Samples.signal()),
                new Fixture<>("alert", Codecs.ALERT, Alerts.ofReleaseOne()),
                new Fixture<>("alert-open", Codecs.ALERT, Alerts.openOfReleaseOne()),
                new Fixture<>("dead-letter", Codecs.DEAD_LETTER, Samples.deadLetterOfReleaseOne()),
                new Fixture<>("dead-letter-bare", Codecs.DEAD_LETTER, Samples.bareDeadLetter()),
                new Fixture<>("tally", Codecs.TALLY, Samples.tally()));
    }

    byte[] encode() {
        return codec.encode(record);
    }

    @Override
    public String toString() {
        return name;
    }
}
