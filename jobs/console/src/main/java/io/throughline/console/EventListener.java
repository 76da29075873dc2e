package io.throughline.console;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.function.Consumer;

/**
 * One browser that listens. It is written to only as fast as it reads: a thread never waits for it,
 * and what it has not taken yet is one event that a newer one replaces, which is shared with all
 * others.
 */
final class EventListener implements WriteListener {

    private final AsyncContext request;
    private final ServletOutputStream out;
    private final Consumer<EventListener> gone;
    private byte[] next;
    private boolean unflushed;
    private boolean closed;

    private EventListener(
            AsyncContext request, ServletOutputStream out, Consumer<EventListener> gone) {
        this.request = request;
        this.out = out;
        this.gone = gone;
    }

    /**
     * Begins to write.
     *
     * @param gone told once when it has ended
     */
    static EventListener start(AsyncContext request, Consumer<EventListener> gone)
            throws IOException {
        ServletOutputStream out = request.getResponse().getOutputStream();
        EventListener listener = new EventListener(request, out, gone);
        out.setWriteListener(listener);
        return listener;
    }

    /** The newest event, in place of what was not written yet. */
    synchronized void offer(byte[] event) {
        next = event;
        pump();
    }

    /** A sign of life, unless something else is on its way. */
    synchronized void beat(byte[] sign) {
        if (next == null) {
            offer(sign);
        }
    }

    @Override
    public synchronized void onWritePossible() {
        pump();
    }

    /** Writes while that holds up nobody; the server calls again when it does not any more. */
    private void pump() {
        try {
            while (!closed && out.isReady()) {
                if (unflushed) {
                    unflushed = false;
                    out.flush();
                } else if (next == null) {
                    return;
                } else {
                    byte[] event = next;
                    next = null;
                    unflushed = true;
                    out.write(event);
                }
            }
        } catch (IOException | IllegalStateException e) {
            close();
        }
    }

    @Override
    public void onError(Throwable failure) {
        close();
    }

    synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        next = null;
        gone.accept(this);
        try {
            request.complete();
        } catch (IllegalStateException e) {
            // The server ended it first.
        }
    }
}
