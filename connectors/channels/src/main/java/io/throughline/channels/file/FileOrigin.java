package io.throughline.channels.file;

import java.time.Instant;
import java.util.Objects;

/**
 * What is known about a file beside its bytes.
 *
 * @param origin path shown in provenance
 * @param name last part of the name
 * @param modifiedAt modification time: when its bytes were first there to be seen
 * @param occurredAt event time somebody named for its records; null when nobody did
 */
public record FileOrigin(String origin, String name, Instant modifiedAt, Instant occurredAt) {

    public FileOrigin {
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(modifiedAt, "modifiedAt");
    }
}
