package io.throughline.elasticsearch.bulk;

import io.throughline.elasticsearch.ElasticsearchSettings;
import io.throughline.elasticsearch.FakeElasticsearch;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.apache.flink.connector.base.sink.writer.RequestEntryWrapper;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.groups.OperatorMetricGroup;
import org.apache.flink.metrics.testutils.MetricListener;
import org.apache.flink.runtime.metrics.groups.InternalSinkWriterMetricGroup;
import org.apache.flink.runtime.metrics.groups.UnregisteredMetricGroups;
import org.apache.flink.streaming.runtime.tasks.StreamTaskActionExecutor;
import org.apache.flink.streaming.runtime.tasks.TestProcessingTimeService;
import org.apache.flink.streaming.runtime.tasks.mailbox.MailboxExecutorImpl;
import org.apache.flink.streaming.runtime.tasks.mailbox.TaskMailboxImpl;

/**
 * A writer on a task whose clock the test turns, against a fake Elasticsearch. Every jitter is half
 * of what it may be, so the first wait is 50 ms, the second 100 ms, and the longest 15 s.
 */
final class WriterBench implements AutoCloseable {

    static final BulkLimits LIMITS =
            new BulkLimits(100, 2, 1000, 1 << 20, 1 << 16, 4 << 20, Duration.ofMillis(500));

    final RecordingHandler rejected = new RecordingHandler();
    final BulkWriter writer;
    private final TestProcessingTimeService time = new TestProcessingTimeService();
    private final MetricListener metrics = new MetricListener();

    WriterBench(FakeElasticsearch elasticsearch) throws Exception {
        this(elasticsearch.settings(), LIMITS, List.of());
    }

    WriterBench(
            ElasticsearchSettings settings,
            BulkLimits limits,
            List<BufferedRequestState<PendingWrite>> state)
            throws Exception {
        time.setCurrentTime(1_000_000);
        MailboxExecutorImpl mailbox =
                new MailboxExecutorImpl(
                        new TaskMailboxImpl(Thread.currentThread()),
                        0,
                        StreamTaskActionExecutor.IMMEDIATE);
        FakeWriterContext context =
                new FakeWriterContext(
                        mailbox, time, InternalSinkWriterMetricGroup.wrap(operatorMetrics()));
        writer =
                BulkWriter.open(
                        settings,
                        ignored -> rejected,
                        limits,
                        Backoff.DEFAULT,
                        () -> 0.5,
                        context,
                        state);
    }

    private OperatorMetricGroup operatorMetrics() {
        OperatorMetricGroup unregistered =
                UnregisteredMetricGroups.createUnregisteredOperatorMetricGroup();
        return (OperatorMetricGroup)
                Proxy.newProxyInstance(
                        getClass().getClassLoader(),
                        new Class<?>[] {OperatorMetricGroup.class},
                        (proxy, method, arguments) ->
                                method.getName().equals("getIOMetricGroup")
                                        ? unregistered.getIOMetricGroup()
                                        : method.invoke(metrics.getMetricGroup(), arguments));
    }

    /** Takes the writes, sends them, and returns when each has been dealt with once. */
    void send(DocumentWrite... writes) throws Exception {
        for (DocumentWrite write : writes) {
            writer.write(write, null);
        }
        flushInterval();
    }

    /** Lets the time pass after which collected writes are sent, and deals with the replies. */
    void flushInterval() throws Exception {
        advance(500);
        writer.flush(false);
    }

    void advance(long millis) throws Exception {
        time.advance(millis);
    }

    long now() {
        return time.getCurrentProcessingTime();
    }

    List<String> snapshotIds() throws Exception {
        return snapshot().stream()
                .flatMap(state -> state.getBufferedRequestEntries().stream())
                .map(RequestEntryWrapper::getRequestEntry)
                .map(pending -> pending.write().id())
                .toList();
    }

    List<BufferedRequestState<PendingWrite>> snapshot() {
        return writer.snapshotState(1);
    }

    /** Of a channel, or of a kind of answer; absent when nothing of it was counted. */
    OptionalLong counted(String... path) {
        return metrics.getCounter(path).stream().mapToLong(Counter::getCount).findFirst();
    }

    OptionalLong items(String status, String reason) {
        return counted("elasticsearch", "status", status, "reason", reason, "bulk_items_total");
    }

    OptionalLong aged(String channel, String bound, String name) {
        return counted("channel", channel, "le", bound, name);
    }

    long counter(String name) {
        return metrics.getCounter("elasticsearch", name).orElseThrow().getCount();
    }

    Number gauge(String name) {
        return metrics.<Number>getGauge("elasticsearch", name).orElseThrow().getValue();
    }

    @Override
    public void close() throws Exception {
        writer.close();
    }
}
