package io.throughline.kafka;

/** Another process writes under the same name now; this one must not go on. */
public final class WriterReplacedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WriterReplacedException(String name, Throwable cause) {
        super("another process writes as " + name + " now", cause);
    }
}
