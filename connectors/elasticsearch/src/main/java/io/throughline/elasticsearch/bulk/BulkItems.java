package io.throughline.elasticsearch.bulk;

import java.util.HashMap;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/**
 * What Elasticsearch said of each write, by class of status ({@code none} without a reply) and kind
 * of error as it names it ({@code none} when there is none): {@code bulk_items_total}.
 */
final class BulkItems {

    /** Kinds beyond these count together. */
    static final int MOST = 100;

    private static final String NONE = "none";
    private static final String OTHER = "other";

    private final MetricGroup group;
    private final Map<String, Map<String, Counter>> counters = new HashMap<>();
    private int kinds;

    BulkItems(MetricGroup group) {
        this.group = group;
        for (String status : new String[] {"4xx", "5xx", NONE}) {
            counter(status, NONE);
        }
    }

    void count(Verdict verdict) {
        String status = verdict.status() == 0 ? NONE : verdict.status() / 100 + "xx";
        counter(status, verdict.type() == null ? NONE : verdict.type()).inc();
    }

    private Counter counter(String status, String reason) {
        Map<String, Counter> byReason = counters.computeIfAbsent(status, name -> new HashMap<>());
        Counter known = byReason.get(reason);
        if (known != null) {
            return known;
        }
        String name = kinds < MOST ? reason : OTHER;
        return byReason.computeIfAbsent(name, kind -> registered(status, kind));
    }

    private Counter registered(String status, String reason) {
        kinds++;
        return group.addGroup("status", status)
                .addGroup("reason", reason)
                .counter("bulk_items_total");
    }
}
