package io.throughline.fetch.http;

import io.throughline.fetch.Interruptible;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.Flow.Publisher;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The body of a response that goes on for ever, taken part by part. The next part is asked for only
 * when the one before was taken, so a reader that stands still makes the server stand still, and no
 * more than one part is held.
 */
final class Connection implements Subscriber<List<ByteBuffer>> {

    /** Something that came over a connection; ended tells whether it was the last. */
    @SuppressWarnings("ArrayRecordComponent") // bytes are read and never compared
    record Part(Connection connection, byte[] bytes, boolean ended, Throwable failure) {}

    private final Interruptible<Part> parts;
    private final AtomicReference<Subscription> subscription = new AtomicReference<>();
    private volatile boolean closed;

    private Connection(Interruptible<Part> parts) {
        this.parts = parts;
    }

    static Connection open(Publisher<List<ByteBuffer>> body, Interruptible<Part> parts) {
        Connection connection = new Connection(parts);
        body.subscribe(connection);
        return connection;
    }

    /** Asks for the next part. */
    void more() {
        subscription.get().request(1);
    }

    @Override
    public void onSubscribe(Subscription newSubscription) {
        subscription.set(newSubscription);
        if (closed) {
            newSubscription.cancel();
        } else {
            newSubscription.request(1);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        byte[] bytes = new byte[buffers.stream().mapToInt(ByteBuffer::remaining).sum()];
        int at = 0;
        for (ByteBuffer buffer : buffers) {
            int length = buffer.remaining();
            buffer.get(bytes, at, length);
            at += length;
        }
        parts.put(new Part(this, bytes, false, null));
    }

    @Override
    public void onError(Throwable failure) {
        parts.put(new Part(this, new byte[0], true, failure));
    }

    @Override
    public void onComplete() {
        parts.put(new Part(this, new byte[0], true, null));
    }

    void close() {
        closed = true;
        Subscription current = subscription.get();
        if (current != null) {
            current.cancel();
        }
    }
}
