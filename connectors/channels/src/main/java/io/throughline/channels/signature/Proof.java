package io.throughline.channels.signature;

import java.time.Instant;
import java.util.Optional;

/**
 * A request proved to be its provider's.
 *
 * @param fingerprint the same for a request that is sent a second time, and for no other; no secret
 * @param validUntil from when on the same request is refused by its signed time; empty when no time
 *     is signed, so that a copy of it is good for ever
 */
public record Proof(String fingerprint, Optional<Instant> validUntil) {

    /** Without the fingerprint, which is made of a signature. */
    @Override
    public String toString() {
        return "Proof[until " + validUntil.map(Instant::toString).orElse("ever") + "]";
    }
}
