package io.throughline.fetch;

/** A file or folder that a channel is to be read from is not there. */
public final class MissingInputException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MissingInputException(String message) {
        super(message);
    }
}
