package io.throughline.pipeline.io;

import io.throughline.model.FailureReason;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/** Dead letters by channel and reason: {@code dead_letters_total}. */
final class DeadLetterCounts {

    /** Channels beyond these count together: a topic may name any. */
    private static final int MOST_CHANNELS = 100;

    private static final String OTHER = "other";

    private final MetricGroup metrics;
    private final Map<String, Map<FailureReason, Counter>> channels = new HashMap<>();

    DeadLetterCounts(MetricGroup metrics) {
        this.metrics = metrics;
    }

    void add(String source, FailureReason reason) {
        boolean room = channels.size() < MOST_CHANNELS || channels.containsKey(source);
        String channel = room ? source : OTHER;
        channels.computeIfAbsent(channel, name -> new EnumMap<>(FailureReason.class))
                .computeIfAbsent(reason, name -> counter(channel, reason))
                .inc();
    }

    private Counter counter(String channel, FailureReason reason) {
        return metrics.addGroup("channel", channel)
                .addGroup("reason", reason.name())
                .counter("dead_letters_total");
    }
}
