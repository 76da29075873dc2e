package io.throughline.notify.deliver;

/** Another process delivers now; this one must stop, or everybody would be told twice. */
public final class LogTakenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param cause how it shows
     */
    public LogTakenException(Throwable cause) {
        super("another process delivers alerts now; this one stops", cause);
    }
}
