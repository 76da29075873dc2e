package io.throughline.model;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;

/**
 * Bytes as they came in, untouched, with where and when they were found. A source cannot tell good
 * from bad, so this is all it makes; parsing is the first step after it.
 *
 * @param source channel id, e.g. {@code app-store}
 * @param observedAt when the bytes were first seen; for files their modification time, so that
 *     reading a file twice gives the same records
 * @param occurredAtHint event time known from outside the payload; null when there is none
 * @param occurredAtSource where the hint is from: {@code file-name}, {@code option}, {@code
 *     file-time} or {@code observed}; null without a hint
 * @param origin URL, path or file the bytes came from, without secrets
 * @param position byte offset in a file, sequence in a stream, page number in a poll
 * @param headers what the mapper needs beside the bytes, see {@link #CSV_HEADER}, {@link
 *     #SSE_EVENT}, {@link #FILE_NAME}
 * @param originalSize size in bytes before the payload was cut because it was too large to be
 *     carried; -1 when it is whole
 * @param payload not copied: treat as read-only
 */
public record RawEnvelope(
        String source,
        Instant observedAt,
        Instant occurredAtHint,
        String occurredAtSource,
        String origin,
        long position,
        Map<String, String> headers,
        long originalSize,
        byte[] payload) {

    /** Header: the header row of the CSV file that the payload, one row, is from. */
    public static final String CSV_HEADER = "csv-header";

    /** Header: event name of the server-sent event whose data is the payload. */
    public static final String SSE_EVENT = "sse-event";

    /** Header: last part of the name of the file that the payload is from. */
    public static final String FILE_NAME = "file-name";

    public RawEnvelope {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(observedAt, "observedAt");
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(payload, "payload");
        headers = Map.copyOf(headers);
    }

    /** The same with other bytes. */
    public RawEnvelope with(byte[] otherPayload) {
        return new RawEnvelope(
                source,
                observedAt,
                occurredAtHint,
                occurredAtSource,
                origin,
                position,
                headers,
                originalSize,
                otherPayload);
    }

    /** The same with other headers. */
    public RawEnvelope with(Map<String, String> otherHeaders) {
        return new RawEnvelope(
                source,
                observedAt,
                occurredAtHint,
                occurredAtSource,
                origin,
                position,
                otherHeaders,
                originalSize,
                payload);
    }

    /** Whether the payload was cut because it was too large to be carried. */
    public boolean truncated() {
        return originalSize >= 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RawEnvelope that
                && source.equals(that.source)
                && observedAt.equals(that.observedAt)
                && Objects.equals(occurredAtHint, that.occurredAtHint)
                && Objects.equals(occurredAtSource, that.occurredAtSource)
                && origin.equals(that.origin)
                && position == that.position
                && headers.equals(that.headers)
                && originalSize == that.originalSize
                && Arrays.equals(payload, that.payload);
    }

    @Override
    public int hashCode() {
        return Objects.hash(source, origin, position, Arrays.hashCode(payload));
    }

    /** Names and sizes only: the payload is somebody's words. */
    @Override
    public String toString() {
        return "RawEnvelope["
                + source
                + " "
                + origin
                + "@"
                + position
                + ", "
                + payload.length
                + " bytes]";
    }
}
