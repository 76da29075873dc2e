package io.throughline.gateway;

import java.time.Duration;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;

/**
 * Throws away what a sender goes on sending after it was refused. A connection that is closed at
 * once loses the answer: the sender would see that it broke off, and try again, instead of why.
 * Ends after two seconds of sending or 16 MiB, and with the connection.
 */
final class Drain implements Runnable {

    private static final long MOST_BYTES = 16 << 20;
    private static final long MOST_NANOS = Duration.ofSeconds(2).toNanos();

    private final Request request;
    private final Callback callback;
    private final long startedAt = System.nanoTime();
    private long bytes;

    /**
     * @param callback is told when it is over
     */
    Drain(Request request, Callback callback) {
        this.request = request;
        this.callback = callback;
    }

    /** Whether there is no more, or nothing that is worth waiting for. */
    boolean atEnd() {
        while (true) {
            Content.Chunk chunk = request.read();
            if (chunk == null) {
                return false;
            }
            boolean end = chunk.isLast() || Content.Chunk.isFailure(chunk);
            bytes += chunk.remaining();
            chunk.release();
            if (end || bytes > MOST_BYTES || System.nanoTime() - startedAt > MOST_NANOS) {
                return true;
            }
        }
    }

    @Override
    public void run() {
        if (atEnd()) {
            callback.succeeded();
        } else {
            request.demand(this);
        }
    }
}
