package io.throughline.channels.file;

import java.time.Instant;
import java.util.Objects;

/**
 * What is known about a file beside its bytes.
 *
 * @param origin path shown in provenance
 * @param name last part of the name
 * @param modifiedAt modification time, the event time of records that have none
 * @param observedAt when it is read
 * @param occurredAt event time somebody named for its records; null when nobody did
 */
public record FileOrigin(
        String origin, String name, Instant modifiedAt, Instant observedAt, Instant occurredAt) {

    public FileOrigin {
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(modifiedAt, "modifiedAt");
        Objects.requireNonNull(observedAt, "observedAt");
    }

    /** A file that is read at the time that it has, so that reading it twice gives the same. */
    public static FileOrigin readWhenModified(
            String origin, String name, Instant modifiedAt, Instant occurredAt) {
        return new FileOrigin(origin, name, modifiedAt, modifiedAt, occurredAt);
    }
}
