package io.throughline.gateway;

import java.io.IOException;

/** A body is larger than the gateway takes. */
final class BodyTooLargeException extends IOException {

    private static final long serialVersionUID = 1L;

    BodyTooLargeException(int maxBytes) {
        super("a body of more than " + maxBytes + " bytes");
    }
}
