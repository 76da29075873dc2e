package io.throughline.local.cli;

/** The command line is wrong: as {@link UserException}, and the command ends with 2. */
public final class UsageException extends UserException {

    private static final long serialVersionUID = 1L;

    public UsageException(String message) {
        super(message);
    }

    public UsageException(String message, Throwable cause) {
        super(message, cause);
    }
}
