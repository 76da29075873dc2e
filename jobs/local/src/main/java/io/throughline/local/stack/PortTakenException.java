package io.throughline.local.stack;

/** A server did not start because another program has one of its ports. */
final class PortTakenException extends StackException {

    private static final long serialVersionUID = 1L;

    PortTakenException(String message) {
        super(message);
    }
}
