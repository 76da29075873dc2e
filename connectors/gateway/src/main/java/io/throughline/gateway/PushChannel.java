package io.throughline.gateway;

import java.util.Objects;

/**
 * A channel whose provider posts to {@code /channels/ID}.
 *
 * @param id channel id, e.g. {@code typeform}
 */
public record PushChannel(String id, SignatureCheck signature) {

    public PushChannel {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(signature, "signature");
    }
}
