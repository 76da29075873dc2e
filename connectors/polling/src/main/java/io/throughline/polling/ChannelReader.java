package io.throughline.polling;

import io.throughline.fetch.CursorChange;
import io.throughline.fetch.Fetched;
import io.throughline.model.RawEnvelope;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceEvent;
import org.apache.flink.api.connector.source.SourceOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.core.io.InputStatus;
import org.apache.flink.metrics.Counter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Emits what the channels of its splits bring, and a word a minute on their health.
 *
 * <p>An envelope is emitted and its cursor moved in one step of the task's thread, between which no
 * checkpoint can come. Each split has an output, and so a watermark, of its own; the word on its
 * health carries the time, so that a channel which is well but has nothing to say does not hold the
 * others' watermark back.
 *
 * <p>A split whose channel is not configured is parked: not fetched, and kept with its cursor in
 * the state of this reader until the channel comes back.
 */
final class ChannelReader implements SourceReader<Ingested, ChannelSplit> {

    private static final Logger LOG = LoggerFactory.getLogger(ChannelReader.class);

    private static final Duration TICK = Duration.ofSeconds(1);

    private final Hosting hosting;
    private final SourceReaderContext context;
    private final Counter emitted;
    private final Handover handover = new Handover();
    private final Turns turns;
    private final Map<String, HostedSplit> splits = new ConcurrentHashMap<>();
    private final Map<String, SourceOutput<Ingested>> outputs = new HashMap<>();
    private final Map<String, ChannelMetrics> metrics = new HashMap<>();
    private Optional<Map<String, HostedChannel>> configured;

    /** Splits that were parked since their outputs were last looked at. */
    private final Set<String> parked = new HashSet<>();

    private Delivery.Brought current;
    private HostedSplit currentSplit;
    private Iterator<Fetched> items;
    private boolean noMoreSplits;

    /**
     * @param configured the channels that stay as they are; empty when the enumerator will tell
     */
    ChannelReader(
            Hosting hosting,
            Optional<List<HostedChannel>> configured,
            SourceReaderContext context) {
        this.hosting = hosting;
        this.context = context;
        this.configured = configured.map(ChannelReader::byId);
        this.emitted = context.metricGroup().getIOMetricGroup().getNumRecordsInCounter();
        this.turns = new Turns(hosting.threads(), context.getUserCodeClassLoader().asClassLoader());
    }

    private static Map<String, HostedChannel> byId(List<HostedChannel> channels) {
        Map<String, HostedChannel> byId = new TreeMap<>();
        channels.forEach(channel -> byId.put(channel.id(), channel));
        return byId;
    }

    @Override
    public void start() {
        context.metricGroup().gauge("turnsWaiting", turns::waiting);
        turns.every(TICK, this::tick);
    }

    /** Looks after turns and health once a second, on the thread that keeps the time. */
    private void tick() {
        for (HostedSplit split : splits.values()) {
            ChannelRun run = split.run();
            if (run != null && turns.waiting() > 0 && Streams.isOne(split.channel())) {
                run.yieldAfter(TICK);
            }
            if (!hosting.bounded()) {
                split.word().ifPresent(word -> handover.put(new Delivery.Word(split, word)));
            }
        }
    }

    @Override
    public void addSplits(List<ChannelSplit> added) {
        for (ChannelSplit split : added) {
            HostedSplit hosted = new HostedSplit(split, hosting.clock());
            splits.put(split.id(), hosted);
            configured.ifPresent(channels -> settle(hosted, channels.get(split.id())));
        }
    }

    @Override
    public void handleSourceEvents(SourceEvent event) {
        if (!(event instanceof ChannelsEvent channels)) {
            throw new IllegalArgumentException("unknown event " + event.getClass().getName());
        }
        Map<String, HostedChannel> now = byId(channels.channels());
        configured = Optional.of(now);
        for (HostedSplit split : splits.values()) {
            HostedChannel wanted = now.get(split.id());
            if (wanted != null || split.channel() != null) {
                settle(split, wanted);
            }
        }
        handover.nudge();
    }

    /** Starts, restarts, parks or leaves a split alone. */
    private void settle(HostedSplit split, HostedChannel wanted) {
        HostedChannel running = split.channel();
        if (wanted == null) {
            LOG.warn("Channel {} is not configured: its cursor is kept", split.id());
            split.park();
            parked.add(split.id());
        } else if (running == null || !running.version().equals(wanted.version())) {
            LOG.info("Channel {} {}", split.id(), running == null ? "starts" : "starts anew");
            split.stopRun();
            split.host(wanted);
            run(split, Duration.ZERO);
        }
    }

    private void run(HostedSplit split, Duration pause) {
        HostedChannel channel = split.channel();
        Map<String, String> cursor = split.cursor();
        var listener = split.listener();
        ChannelRun run =
                new ChannelRun(
                        () -> hosting.opener().open(channel.instance(), cursor, listener),
                        turns,
                        handover);
        split.runs(run);
        metrics(split.id()).show(split);
        run.start(pause);
    }

    private ChannelMetrics metrics(String id) {
        return metrics.computeIfAbsent(
                id, any -> new ChannelMetrics(id, context.metricGroup(), hosting.clock()));
    }

    @Override
    public InputStatus pollNext(ReaderOutput<Ingested> output) {
        parked.forEach(id -> release(id, output));
        parked.clear();
        if (current != null) {
            emitNext(output);
            return InputStatus.MORE_AVAILABLE;
        }
        Delivery delivery = handover.poll();
        if (delivery == null) {
            return isAtEnd() ? InputStatus.END_OF_INPUT : InputStatus.NOTHING_AVAILABLE;
        }
        take(delivery, output);
        return InputStatus.MORE_AVAILABLE;
    }

    private void take(Delivery delivery, ReaderOutput<Ingested> output) {
        if (delivery instanceof Delivery.Brought brought) {
            splitOf(brought.run())
                    .ifPresent(
                            split -> {
                                current = brought;
                                currentSplit = split;
                                items = brought.batch().items().iterator();
                            });
        } else if (delivery instanceof Delivery.Broke broke) {
            splitOf(broke.run()).ifPresent(split -> broke(split, broke.failure()));
        } else if (delivery instanceof Delivery.Word word) {
            word.split().wordEmitted();
            output(word.split(), output)
                    .collect(Ingested.of(word.health()), word.health().at().toEpochMilli());
        }
    }

    /** The split for which a run counts; empty for one that was stopped. */
    private Optional<HostedSplit> splitOf(ChannelRun run) {
        return splits.values().stream().filter(split -> split.run() == run).findFirst();
    }

    private void broke(HostedSplit split, Throwable failure) {
        if (hosting.bounded() || failure instanceof Error) {
            throw Failures.ofJob(failure);
        }
        Duration pause = split.broke(failure.getClass().getSimpleName());
        LOG.error(
                "Channel {}: its fetcher broke with {} at {}; it is opened again in {} ms",
                split.id(),
                failure.getClass().getName(),
                Failures.place(failure),
                pause.toMillis());
        run(split, pause);
    }

    private void emitNext(ReaderOutput<Ingested> output) {
        if (currentSplit.run() != current.run()) {
            current = null;
        } else if (items.hasNext()) {
            emit(items.next(), output);
        } else {
            ChannelRun run = current.run();
            boolean finished = current.batch().finished();
            current = null;
            run.delivered();
            if (finished) {
                finish(currentSplit, output);
            }
        }
    }

    private void emit(Fetched fetched, ReaderOutput<Ingested> output) {
        if (fetched.envelope().isPresent()) {
            RawEnvelope envelope = fetched.envelope().get();
            output(currentSplit, output)
                    .collect(Ingested.of(envelope), envelope.observedAt().toEpochMilli());
            emitted.inc();
            currentSplit.emitted(envelope.payload().length);
            metrics(currentSplit.id()).emitted(envelope.payload().length);
        }
        for (CursorChange change : fetched.changes()) {
            currentSplit.apply(change);
        }
    }

    private SourceOutput<Ingested> output(HostedSplit split, ReaderOutput<Ingested> output) {
        return outputs.computeIfAbsent(split.id(), output::createOutputForSplit);
    }

    private void finish(HostedSplit split, ReaderOutput<Ingested> output) {
        splits.remove(split.id());
        release(split.id(), output);
    }

    /** A split that brings nothing more must not hold the watermark back. */
    private void release(String id, ReaderOutput<Ingested> output) {
        if (outputs.remove(id) != null) {
            output.releaseOutputForSplit(id);
        }
    }

    private boolean isAtEnd() {
        return noMoreSplits && splits.values().stream().allMatch(split -> split.run() == null);
    }

    @Override
    public List<ChannelSplit> snapshotState(long checkpointId) {
        return splits.values().stream().map(HostedSplit::toSplit).toList();
    }

    @Override
    public CompletableFuture<Void> isAvailable() {
        return handover.available();
    }

    @Override
    public void notifyNoMoreSplits() {
        noMoreSplits = true;
        handover.nudge();
    }

    @Override
    public void close() throws Exception {
        splits.values().forEach(HostedSplit::stopRun);
        turns.close();
    }
}
