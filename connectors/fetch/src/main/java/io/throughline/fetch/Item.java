package io.throughline.fetch;

import io.throughline.model.RawEnvelope;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * One payload of a channel that is written in Java.
 *
 * @param origin where it is from, without secrets
 * @param position of it there
 * @param headers what the mapper needs beside the bytes
 * @param originalSize bytes before it was cut because it was too large; -1 when whole
 * @param payload not copied
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Item(
        String origin,
        long position,
        Map<String, String> headers,
        long originalSize,
        byte[] payload) {

    public Item {
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(payload, "payload");
        headers = Map.copyOf(headers);
    }

    /** A payload that is whole and needs nothing beside it. */
    public static Item of(String origin, long position, byte[] payload) {
        return new Item(origin, position, Map.of(), -1, payload);
    }

    RawEnvelope envelope(String source, Instant now) {
        return new RawEnvelope(
                source, now, now, "observed", origin, position, headers, originalSize, payload);
    }

    /** Names and sizes only: the payload is somebody's words. */
    @Override
    public String toString() {
        return "Item[" + origin + "@" + position + ", " + payload.length + " bytes]";
    }
}
