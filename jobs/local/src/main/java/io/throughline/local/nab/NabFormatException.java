package io.throughline.local.nab;

/** A file of the benchmark is not as the benchmark's files are; the message names file and line. */
public final class NabFormatException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NabFormatException(String message) {
        super(message);
    }

    NabFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
