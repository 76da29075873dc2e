package io.throughline.gateway;

import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/** Counts durations in buckets, as Prometheus has them. */
final class Histogram {

    /** Upper bounds in milliseconds: from a write in memory to the longest wait for Kafka. */
    static final int[] BOUNDS = {1, 2, 5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10000};

    private final LongAdder[] counts = new LongAdder[BOUNDS.length + 1];
    private final LongAdder nanos = new LongAdder();

    Histogram() {
        for (int i = 0; i < counts.length; i++) {
            counts[i] = new LongAdder();
        }
    }

    void add(Duration duration) {
        int bucket = 0;
        while (bucket < BOUNDS.length
                && duration.compareTo(Duration.ofMillis(BOUNDS[bucket])) > 0) {
            bucket++;
        }
        counts[bucket].increment();
        nanos.add(duration.toNanos());
    }

    /** How many were at most as long as each bound, and at last how many there are. */
    long[] cumulative() {
        long[] sums = new long[counts.length];
        long sum = 0;
        for (int i = 0; i < sums.length; i++) {
            sum += counts[i].sum();
            sums[i] = sum;
        }
        return sums;
    }

    double seconds() {
        return nanos.sum() / 1e9;
    }
}
