package io.throughline.local.stack;

/**
 * The embedded stack cannot start or go on. The message is meant for the person at the terminal:
 * what is wrong, and what to do about it.
 */
public class StackException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StackException(String message) {
        super(message);
    }

    public StackException(String message, Throwable cause) {
        super(message, cause);
    }
}
