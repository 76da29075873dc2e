package io.throughline.elasticsearch.bulk;

import java.util.HashMap;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;

/**
 * How old feedback is when Elasticsearch acknowledges it, by channel: since it happened ({@code
 * freshness_seconds}) and since it came in here ({@code searchable_seconds}). What is acknowledged
 * can be found after the next refresh of the index, a second later at most.
 *
 * <p>Flink's histograms become summaries, whose quantiles nobody can add up over subtasks; so these
 * are the buckets of a Prometheus histogram, a counter each. The task's thread counts, reporters
 * read.
 */
final class Freshness {

    /** From as fast as it can be to a channel that brings its week at once, in seconds. */
    static final long[] BOUNDS = {1, 2, 5, 10, 30, 60, 300, 900, 3600, 21_600, 86_400, 604_800};

    /** Channels beyond these count together: their number is up to the configuration. */
    static final int MOST_CHANNELS = 100;

    private static final String OTHER = "other";
    private static final double MILLIS = 1e3;

    private final MetricGroup metrics;
    private final Map<String, Channel> channels = new HashMap<>();

    private record Channel(Ages freshness, Ages searchable) {}

    Freshness(MetricGroup metrics) {
        this.metrics = metrics;
    }

    void acknowledged(DocumentWrite write, long now) {
        DocumentWrite.Times times = write.times();
        if (times == null || write.source() == null) {
            return;
        }
        Channel known = channels.get(write.source());
        if (known == null) {
            String name = channels.size() < MOST_CHANNELS ? write.source() : OTHER;
            known = channels.computeIfAbsent(name, this::channel);
        }
        known.freshness().add(now - times.occurredAt());
        known.searchable().add(now - times.seenAt());
    }

    private Channel channel(String source) {
        MetricGroup group = metrics.addGroup("channel", source);
        return new Channel(
                new Ages(group, "freshness_seconds"), new Ages(group, "searchable_seconds"));
    }

    private static final class Ages {
        private final Counter[] buckets = new Counter[BOUNDS.length + 1];
        private final Counter count;
        private volatile long sumMillis;

        Ages(MetricGroup channel, String name) {
            for (int i = 0; i < buckets.length; i++) {
                String bound = i < BOUNDS.length ? Long.toString(BOUNDS[i]) : "+Inf";
                buckets[i] = channel.addGroup("le", bound).counter(name + "_bucket");
            }
            count = channel.counter(name + "_count");
            channel.gauge(name + "_sum", (Gauge<Double>) () -> sumMillis / MILLIS);
        }

        /** A clock that is ahead makes nothing fresher than now. */
        @SuppressWarnings("NonAtomicVolatileUpdate") // one thread adds
        void add(long millis) {
            long age = Math.max(0, millis);
            for (int i = buckets.length - 1; i >= 0; i--) {
                if (i < BOUNDS.length && age > BOUNDS[i] * MILLIS) {
                    break;
                }
                buckets[i].inc();
            }
            count.inc();
            sumMillis += age;
        }
    }
}
