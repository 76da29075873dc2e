package io.throughline.polling;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import org.apache.flink.api.connector.source.ReaderInfo;
import org.apache.flink.api.connector.source.SourceEvent;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.connector.source.SplitsAssignment;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.groups.SplitEnumeratorMetricGroup;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;

/** Notes what an enumerator assigns. */
final class FakeEnumeratorContext implements SplitEnumeratorContext<ChannelSplit> {

    final Map<Integer, List<ChannelSplit>> assigned = new HashMap<>();
    final TreeSet<Integer> toldNoMore = new TreeSet<>();
    final List<Map.Entry<Integer, SourceEvent>> events = new ArrayList<>();
    private final Map<Integer, ReaderInfo> readers = new HashMap<>();
    private final Map<String, Gauge<?>> gauges = new HashMap<>();
    private Runnable look = () -> {};
    private final int parallelism;

    FakeEnumeratorContext(int parallelism) {
        this.parallelism = parallelism;
    }

    /** Does what is due in a while, at once. */
    void timePasses() {
        look.run();
    }

    void register(int subtask) {
        readers.put(subtask, new ReaderInfo(subtask, "localhost"));
    }

    /** Value of a gauge of the enumerator. */
    Object gauge(String name) {
        return gauges.get(name).getValue();
    }

    @Override
    public SplitEnumeratorMetricGroup metricGroup() {
        return new GaugesOnly();
    }

    @Override
    public void sendEventToSourceReader(int subtask, SourceEvent event) {
        events.add(Map.entry(subtask, event));
    }

    @Override
    public int currentParallelism() {
        return parallelism;
    }

    @Override
    public Map<Integer, ReaderInfo> registeredReaders() {
        return readers;
    }

    @Override
    public void assignSplits(SplitsAssignment<ChannelSplit> assignment) {
        assignment
                .assignment()
                .forEach(
                        (subtask, splits) ->
                                assigned.computeIfAbsent(subtask, any -> new ArrayList<>())
                                        .addAll(splits));
    }

    @Override
    public void signalNoMoreSplits(int subtask) {
        toldNoMore.add(subtask);
    }

    @Override
    public <T> void callAsync(Callable<T> callable, BiConsumer<T, Throwable> handler) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <T> void callAsync(
            Callable<T> callable,
            BiConsumer<T, Throwable> handler,
            long initialDelayMillis,
            long periodMillis) {
        look =
                () -> {
                    T result = null;
                    Throwable failure = null;
                    try {
                        result = callable.call();
                    } catch (Exception e) {
                        failure = e;
                    }
                    handler.accept(result, failure);
                };
    }

    @Override
    public void runInCoordinatorThread(Runnable runnable) {
        runnable.run();
    }

    @Override
    public void setIsProcessingBacklog(boolean isProcessingBacklog) {}

    private final class GaugesOnly extends UnregisteredMetricsGroup
            implements SplitEnumeratorMetricGroup {

        @Override
        public <T, G extends Gauge<T>> G gauge(String name, G gauge) {
            gauges.put(name, gauge);
            return gauge;
        }

        @Override
        public <G extends Gauge<Long>> G setUnassignedSplitsGauge(G gauge) {
            return gauge;
        }
    }
}
