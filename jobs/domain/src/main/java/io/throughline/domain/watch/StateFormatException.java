package io.throughline.domain.watch;

import java.io.IOException;

/** State that this release cannot read: it is of a newer one, or no state at all. */
public final class StateFormatException extends IOException {

    private static final long serialVersionUID = 1L;

    StateFormatException(String message) {
        super(message);
    }
}
