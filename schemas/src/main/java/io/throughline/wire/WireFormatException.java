package io.throughline.wire;

/** Bytes that are no record of a schema we know. */
public final class WireFormatException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WireFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
