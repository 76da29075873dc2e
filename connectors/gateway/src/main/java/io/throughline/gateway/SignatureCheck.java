package io.throughline.gateway;

import io.throughline.channels.signature.Proof;
import io.throughline.channels.signature.PushRequest;
import java.time.Instant;
import java.util.Optional;

/** Tells whether a request is from who may post it. Must compare in constant time. */
@FunctionalInterface
public interface SignatureCheck {

    /** The proof; empty when there is none. */
    Optional<Proof> verify(PushRequest request, Instant now);
}
