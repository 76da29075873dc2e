package io.throughline.gateway;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Lets one in so long a time say something. */
final class Pace {

    private final long nanos;
    private final AtomicLong next = new AtomicLong(System.nanoTime());

    Pace(Duration pause) {
        this.nanos = pause.toNanos();
    }

    /** Whether it is time. */
    boolean now() {
        long now = System.nanoTime();
        long due = next.get();
        return now - due >= 0 && next.compareAndSet(due, now + nanos);
    }
}
