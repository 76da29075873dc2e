package io.throughline.elasticsearch.bulk;

import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.groups.SinkWriterMetricGroup;

/**
 * What became of the writes, in the metric group {@code elasticsearch}: {@code written + unchanged
 * + rejected} grows to the number of writes taken, {@code retries} counts sends that have to be
 * repeated. The task's thread sets the figures, reporters read them.
 */
final class BulkMetrics {

    private final Counter written;
    private final Counter unchanged;
    private final Counter retries;
    private final Counter rejected;
    private final Counter sendErrors;
    private final BulkItems items;
    private final Freshness freshness;
    private volatile int requestsInFlight;
    private volatile int waiting;
    private volatile long outstandingBytes;
    private volatile long failingSince;

    BulkMetrics(SinkWriterMetricGroup sink) {
        MetricGroup group = sink.addGroup("elasticsearch");
        written = group.counter("written");
        unchanged = group.counter("unchanged");
        retries = group.counter("retries");
        rejected = group.counter("rejected");
        items = new BulkItems(group);
        freshness = new Freshness(sink);
        sendErrors = sink.getNumRecordsSendErrorsCounter();
        group.gauge("requestsInFlight", (Gauge<Integer>) () -> requestsInFlight);
        group.gauge("waiting", (Gauge<Integer>) () -> waiting);
        group.gauge("outstandingBytes", (Gauge<Long>) () -> outstandingBytes);
        group.gauge("retryAgeMs", (Gauge<Long>) this::retryAge);
    }

    /**
     * A write was judged.
     *
     * @param now epoch ms
     */
    void count(DocumentWrite write, Verdict verdict, long now) {
        items.count(verdict);
        Outcome outcome = verdict.outcome();
        if (outcome == Outcome.WRITTEN) {
            freshness.acknowledged(write, now);
        }
        switch (outcome) {
            case WRITTEN -> written.inc();
            case UNCHANGED -> unchanged.inc();
            case RETRY -> retries.inc();
            case REJECTED -> {
                rejected.inc();
                sendErrors.inc();
            }
            case FATAL -> sendErrors.inc();
        }
    }

    void requestsInFlight(int requests) {
        requestsInFlight = requests;
    }

    void outstanding(long bytes) {
        outstandingBytes = bytes;
    }

    /**
     * Sets what waits for another try.
     *
     * @param since when the oldest of them failed first, in ms; 0 when nothing waits
     */
    void retrying(int writes, long since) {
        waiting = writes;
        failingSince = since;
    }

    private long retryAge() {
        long since = failingSince;
        return since == 0 ? 0 : System.currentTimeMillis() - since;
    }
}
