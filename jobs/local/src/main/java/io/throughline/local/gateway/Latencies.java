package io.throughline.local.gateway;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** How long accepted requests took, and when they were sent. */
final class Latencies {

    private static final double NANOS_A_MILLI = 1e6;

    private long[] sentAt = new long[1024];
    private long[] nanos = new long[1024];
    private int size;

    synchronized void add(long sentNanos, long tookNanos) {
        if (size == nanos.length) {
            sentAt = Arrays.copyOf(sentAt, 2 * size);
            nanos = Arrays.copyOf(nanos, 2 * size);
        }
        sentAt[size] = sentNanos;
        nanos[size++] = tookNanos;
    }

    /**
     * Quantiles of all, and of those sent from a fifth to three tenths of the run: warm, and before
     * Kafka stands still in the middle.
     */
    synchronized Map<String, Double> summary(Duration run) {
        Map<String, Double> summary = new TreeMap<>();
        put(summary, "", 0, Long.MAX_VALUE);
        put(summary, "Before", run.toNanos() / 5, 3 * run.toNanos() / 10);
        return summary;
    }

    private void put(Map<String, Double> summary, String suffix, long from, long until) {
        long[] some = new long[size];
        int count = 0;
        for (int i = 0; i < size; i++) {
            if (sentAt[i] >= from && sentAt[i] < until) {
                some[count++] = nanos[i];
            }
        }
        Arrays.sort(some, 0, count);
        if (count > 0) {
            summary.put("p50" + suffix, some[(int) (0.5 * (count - 1))] / NANOS_A_MILLI);
            summary.put("p99" + suffix, some[(int) (0.99 * (count - 1))] / NANOS_A_MILLI);
            summary.put("max" + suffix, some[count - 1] / NANOS_A_MILLI);
        }
    }
}
