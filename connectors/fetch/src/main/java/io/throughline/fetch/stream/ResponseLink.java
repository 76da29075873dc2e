package io.throughline.fetch.stream;

import io.throughline.fetch.Interruptible;
import io.throughline.fetch.http.HttpCalls;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.Flow.Publisher;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.atomic.AtomicReference;

/** The body of a response that goes on for ever, taken part by part; no more than one is held. */
final class ResponseLink implements Link, Subscriber<List<ByteBuffer>> {

    private final Interruptible<Part> parts;
    private final AtomicReference<Subscription> subscription = new AtomicReference<>();
    private volatile boolean closed;

    private ResponseLink(Interruptible<Part> parts) {
        this.parts = parts;
    }

    static ResponseLink open(Publisher<List<ByteBuffer>> body, Interruptible<Part> parts) {
        ResponseLink link = new ResponseLink(parts);
        body.subscribe(link);
        return link;
    }

    @Override
    public void more() {
        subscription.get().request(1);
    }

    /** A response cannot be told anything. */
    @Override
    public void ping() {}

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
        parts.put(new Part.Bytes(this, bytes));
    }

    @Override
    public void onError(Throwable failure) {
        parts.put(new Part.Ended(this, HttpCalls.kind(failure), 0));
    }

    @Override
    public void onComplete() {
        parts.put(new Part.Ended(this, null, 0));
    }

    @Override
    public void close() {
        closed = true;
        Subscription current = subscription.get();
        if (current != null) {
            current.cancel();
        }
    }
}
