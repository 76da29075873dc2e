package io.throughline.pipeline.config;

import java.io.IOException;

/** There is no such journey map; the message says where it was looked for. */
public final class MissingJourneyException extends IOException {

    private static final long serialVersionUID = 1L;

    MissingJourneyException(String message, Throwable cause) {
        super(message, cause);
    }
}
