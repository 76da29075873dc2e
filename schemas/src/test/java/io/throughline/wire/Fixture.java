package io.throughline.wire;

import io.throughline.Samples;
import java.util.List;

/** A record whose bytes, as written by release 1, are checked in under {@code wire/v1}. */
record Fixture<T>(String name, Codec<T> codec, T record) {

    static List<Fixture<?>> all() {
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
                new Fixture<>("alert", Codecs.ALERT, Samples.alert()),
                new Fixture<>("alert-open", Codecs.ALERT, Samples.openAlert()),
                new Fixture<>("dead-letter", Codecs.DEAD_LETTER, Samples.deadLetter()),
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
