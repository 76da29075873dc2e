package io.throughline.local.cli;

/** Something the user can mend; the message says what is wrong and what to do, in sentences. */
public class UserException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UserException(String message) {
        super(message);
    }

    public UserException(String message, Throwable cause) {
        super(message, cause);
    }
}
