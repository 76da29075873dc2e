package io.throughline.pipeline.detect;

import io.throughline.alert.AlertCommand;
import io.throughline.alert.DataFault;
import io.throughline.model.ChannelHealth;
import io.throughline.model.DeadLetter;
import io.throughline.wire.Codecs;

/**
 * What the watches are told beside feedback, in its wire format. One type for the four, because
 * they share their way through the job; each is rare.
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are passed on and never compared
public record Word(Kind kind, byte[] bytes) {

    /** What is said. */
    public enum Kind {
        /** {@link ChannelHealth}. */
        HEALTH,
        /** {@link DeadLetter}. */
        DEAD_LETTER,
        /** {@link AlertCommand}. */
        COMMAND,
        /** {@link DataFault}. */
        FAULT
    }

    /** A word on health. */
    public static Word of(ChannelHealth health) {
        return new Word(Kind.HEALTH, Codecs.CHANNEL_HEALTH.encode(health));
    }

    static Word of(DeadLetter letter) {
        return new Word(Kind.DEAD_LETTER, Codecs.DEAD_LETTER.encode(letter));
    }

    static Word of(AlertCommand command) {
        return new Word(Kind.COMMAND, Codecs.ALERT_COMMAND.encode(command));
    }

    static Word of(DataFault fault) {
        return new Word(Kind.FAULT, Codecs.DATA_FAULT.encode(fault));
    }

    ChannelHealth health() {
        return Codecs.CHANNEL_HEALTH.decode(bytes);
    }

    DeadLetter deadLetter() {
        return Codecs.DEAD_LETTER.decode(bytes);
    }

    AlertCommand command() {
        return Codecs.ALERT_COMMAND.decode(bytes);
    }

    DataFault fault() {
        return Codecs.DATA_FAULT.decode(bytes);
    }
}
