package io.throughline.kibana.api;

/** Kibana cannot be used, or refuses; the message says what to do about it. */
public final class KibanaException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    KibanaException(String message) {
        super(message);
    }

    KibanaException(String message, Throwable cause) {
        super(message, cause);
    }
}
