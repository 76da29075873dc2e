package io.throughline.pipeline.tagging;

import io.throughline.model.Sentiment;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;

/**
 * What tagging costs, by engine and by what its answer rests on: {@code tagged_records_total} and
 * {@code tagged_cpu_seconds_total}. Redaction and stages are in it. The basis is {@code none} for
 * engines that do not learn, and engine and basis are {@code none} where a step threw.
 */
final class TaggingCosts {

    private static final String NONE = "none";
    private static final double NANOS = 1e9;

    private final MetricGroup metrics;
    private final Map<String, Map<String, Cost>> costs = new HashMap<>();

    TaggingCosts(MetricGroup metrics) {
        this.metrics = metrics;
    }

    /**
     * @param sentiment what came of it; null when a step threw
     */
    void add(Sentiment sentiment, long cpuNanos) {
        String engine = sentiment == null ? NONE : sentiment.engine();
        String basis =
                sentiment == null || sentiment.basis() == null ? NONE : sentiment.basis().id();
        costs.computeIfAbsent(engine, name -> new HashMap<>())
                .computeIfAbsent(basis, name -> new Cost(metrics, engine, basis))
                .add(cpuNanos);
    }

    private static final class Cost {
        private final Counter records;
        private volatile long nanos;

        Cost(MetricGroup metrics, String engine, String basis) {
            MetricGroup group = metrics.addGroup("engine", engine).addGroup("basis", basis);
            records = group.counter("tagged_records_total");
            group.gauge("tagged_cpu_seconds_total", (Gauge<Double>) () -> nanos / NANOS);
        }

        /** Only the task's thread adds; reporters read. */
        @SuppressWarnings("NonAtomicVolatileUpdate")
        void add(long more) {
            records.inc();
            nanos += more;
        }
    }
}
