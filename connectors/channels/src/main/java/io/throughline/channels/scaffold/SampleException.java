package io.throughline.channels.scaffold;

/** A sample no channel can be proposed from; the message says what to do next. */
public final class SampleException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SampleException(String message) {
        super(message);
    }
}
