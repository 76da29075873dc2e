package io.throughline.fetch;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** A channel that brings items as they come. All methods are called by one thread. */
public interface StreamingChannel extends AutoCloseable {

    /**
     * Connects, after a failure anew.
     *
     * @param cursor as the last item left it; empty at first
     */
    void open(Map<String, String> cursor) throws IOException, InterruptedException;

    /**
     * The next item; empty when none came in that time. What is thrown is told as a failure of the
     * channel, which is closed and opened again after a pause; say nothing secret in it.
     *
     * @throws java.io.EOFException when the stream has ended as it should
     */
    Optional<Streamed> next(Duration time) throws IOException, InterruptedException;

    /** Disconnects; {@link #open} may follow. */
    @Override
    void close();

    /**
     * An item, and where to go on after it.
     *
     * @param cursor takes effect with the item
     */
    record Streamed(Item item, Map<String, String> cursor) {

        public Streamed {
            cursor = Map.copyOf(cursor);
        }
    }
}
