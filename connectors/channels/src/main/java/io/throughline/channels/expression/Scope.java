package io.throughline.channels.expression;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.model.RawEnvelope;
import java.util.Objects;

/**
 * What an expression looks at.
 *
 * @param record {@code $}: the record, or a turn of its conversation
 * @param page {@code $$}: what the record was taken from, or the record of a turn
 * @param envelope where the bytes came from; null when that is not known
 */
public record Scope(JsonNode record, Page page, RawEnvelope envelope) {

    public Scope {
        Objects.requireNonNull(record, "record");
        Objects.requireNonNull(page, "page");
    }

    /** A document that is looked at by itself. */
    public static Scope of(JsonNode document) {
        return new Scope(document, new Page(document), null);
    }

    /** A part of the record, such as a turn of its conversation. */
    public Scope inside(JsonNode part, Page around) {
        return new Scope(part, around, envelope);
    }

    /** A header of the envelope; null when there is none. */
    String header(String name) {
        return envelope == null ? null : envelope.headers().get(name);
    }
}
