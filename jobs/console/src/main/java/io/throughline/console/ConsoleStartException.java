package io.throughline.console;

/** The live page cannot be served; the message says where and what to do. */
public final class ConsoleStartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ConsoleStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
