package io.throughline.polling;

import io.throughline.model.ChannelHealth;
import io.throughline.model.RawEnvelope;
import io.throughline.wire.Codecs;

/**
 * What the source emits, in its wire format already: it is the same bytes from here to the topic.
 *
 * @param source id of the channel instance or its definition
 * @param bytes of an envelope or of a word on health
 */
public record Ingested(Kind kind, String source, byte[] bytes) {

    /** What the bytes are. */
    public enum Kind {
        /** A {@link RawEnvelope}. */
        ENVELOPE,
        /** A {@link ChannelHealth}. */
        HEALTH
    }

    static Ingested of(RawEnvelope envelope) {
        return new Ingested(Kind.ENVELOPE, envelope.source(), Codecs.RAW_ENVELOPE.encode(envelope));
    }

    static Ingested of(ChannelHealth health) {
        return new Ingested(Kind.HEALTH, health.source(), Codecs.CHANNEL_HEALTH.encode(health));
    }

    /** The envelope of {@link Kind#ENVELOPE}. */
    public RawEnvelope envelope() {
        return Codecs.RAW_ENVELOPE.decode(bytes);
    }

    /** The word of {@link Kind#HEALTH}. */
    public ChannelHealth health() {
        return Codecs.CHANNEL_HEALTH.decode(bytes);
    }

    /** Sizes only: the payload is somebody's words. */
    @Override
    public String toString() {
        return "Ingested[" + kind + " " + source + " " + bytes.length + " bytes]";
    }
}
