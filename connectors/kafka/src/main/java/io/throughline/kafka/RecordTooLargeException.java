package io.throughline.kafka;

/** A record larger than {@link Topics#MAX_RECORD_BYTES}; sending it again is no use. */
public final class RecordTooLargeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RecordTooLargeException(String message, Throwable cause) {
        super(message, cause);
    }
}
