package io.throughline.channels.file;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads server-sent events from bytes as they come, by the rules of the WHATWG HTML standard for
 * {@code text/event-stream}. Comments, heartbeats among them, give no event.
 */
public final class SseParser {

    /** Takes the next bytes and hands on every event that is complete with them. */
    public void feed(byte[] bytes, int offset, int length, Consumer<SseEvent> events) {
        throw new UnsupportedOperationException("in work");
    }

    /**
     * Ends the input. An event that has data but no blank line after it is handed on: a recording
     * may end so, and nothing is lost in silence.
     */
    public void finish(Consumer<SseEvent> events) {
        throw new UnsupportedOperationException("in work");
    }

    /** The reconnection time the stream asked for. */
    public Optional<Duration> retry() {
        throw new UnsupportedOperationException("in work");
    }
}
