package io.throughline.gateway;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Bounds how many requests are held at the same time and how many bytes of bodies. A place is taken
 * before the first byte is read and given back when Kafka has answered, so a broker that hangs
 * fills the places and not the memory.
 */
final class Places {

    private final int most;
    private final long mostBytes;
    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();

    Places(int most, long mostBytes) {
        this.most = most;
        this.mostBytes = mostBytes;
    }

    /** A place with room for so many bytes; empty when there is none. */
    Optional<Place> take(long length) {
        if (taken.incrementAndGet() > most) {
            taken.decrementAndGet();
            return Optional.empty();
        }
        Place place = new Place();
        if (!place.grow(length)) {
            place.close();
            return Optional.empty();
        }
        return Optional.of(place);
    }

    int taken() {
        return taken.get();
    }

    long bytes() {
        return bytes.get();
    }

    /** A request's part of the memory; closing it a second time does nothing. */
    final class Place implements AutoCloseable {

        private final AtomicLong held = new AtomicLong();
        private final AtomicBoolean closed = new AtomicBoolean();

        /** Takes room for more bytes; false when there is none, and nothing changes. */
        boolean grow(long more) {
            if (bytes.addAndGet(more) > mostBytes) {
                bytes.addAndGet(-more);
                return false;
            }
            held.addAndGet(more);
            return true;
        }

        @Override
        public void close() {
            if (closed.compareAndSet(false, true)) {
                bytes.addAndGet(-held.get());
                taken.decrementAndGet();
            }
        }
    }
}
