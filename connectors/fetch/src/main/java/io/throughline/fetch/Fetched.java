package io.throughline.fetch;

import io.throughline.model.RawEnvelope;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An envelope, and how the cursor changes with it. Both take effect together: a cursor in a
 * checkpoint tells exactly of the envelopes emitted before that checkpoint.
 *
 * @param envelope empty when only the cursor moves
 */
public record Fetched(Optional<RawEnvelope> envelope, List<CursorChange> changes) {

    public Fetched {
        Objects.requireNonNull(envelope, "envelope");
        changes = List.copyOf(changes);
    }

    /** An envelope and the changes that come with it. */
    public static Fetched of(RawEnvelope envelope, CursorChange... changes) {
        return new Fetched(Optional.of(envelope), List.of(changes));
    }

    /** Changes of the cursor without an envelope. */
    public static Fetched onlyCursor(CursorChange... changes) {
        return new Fetched(Optional.empty(), List.of(changes));
    }
}
