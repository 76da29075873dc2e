package io.throughline.polling;

import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives every channel instance that was never heard of to one reader, and tells the readers what is
 * configured as that changes. Instances that are new since the last checkpoint start from their
 * beginning; the others are with the readers already, running or parked.
 *
 * <p>A configuration that cannot be used leaves the last good one in force.
 */
final class ChannelEnumerator implements SplitEnumerator<ChannelSplit, EnumeratorState> {

    private static final Logger LOG = LoggerFactory.getLogger(ChannelEnumerator.class);

    private final SplitEnumeratorContext<ChannelSplit> context;
    private final Boundedness boundedness;
    private final Optional<ChannelWatch> watch;
    private final Duration interval;
    private final Set<String> assigned;
    private final Map<String, ChannelSplit> pending = new TreeMap<>();
    private Map<String, HostedChannel> configured = new LinkedHashMap<>();
    private boolean known;
    private volatile boolean broken;
    private volatile int hosted;

    /**
     * @param watch tells of changes; empty when there are none
     * @param interval between two looks at it
     */
    ChannelEnumerator(
            SplitEnumeratorContext<ChannelSplit> context,
            Boundedness boundedness,
            List<HostedChannel> configured,
            Optional<ChannelWatch> watch,
            Duration interval,
            EnumeratorState restored) {
        this.context = context;
        this.boundedness = boundedness;
        this.watch = watch;
        this.interval = interval;
        this.assigned = new HashSet<>(restored.assigned());
        this.known = watch.isEmpty();
        host(configured);
    }

    @Override
    public void start() {
        context.metricGroup().gauge("channelsConfigured", () -> hosted);
        context.metricGroup().gauge("configurationBroken", () -> broken ? 1 : 0);
        watch.ifPresent(
                now -> context.callAsync(now::changed, this::looked, 0, interval.toMillis()));
    }

    /**
     * What a look at the configuration brought, or null and the failure. Must not throw: that would
     * end the job.
     */
    private void looked(Optional<List<HostedChannel>> changed, Throwable failure) {
        if (failure != null) {
            broken = true;
            LOG.error(
                    "The configuration cannot be used, the last good one stays in force: {}",
                    failure.getMessage());
        } else if (changed.isPresent()) {
            broken = false;
            host(changed.get());
            LOG.info("Channels that are polled: {}", configured.keySet());
        }
        if (changed != null && changed.isPresent() || !known) {
            readers().forEach(this::tell);
        }
        known = true;
        readers().forEach(this::assign);
    }

    private void host(List<HostedChannel> channels) {
        Map<String, HostedChannel> now = new LinkedHashMap<>();
        channels.forEach(channel -> now.put(channel.id(), channel));
        configured = now;
        hosted = now.size();
        for (String id : now.keySet()) {
            if (!assigned.contains(id)) {
                pending.putIfAbsent(id, ChannelSplit.fresh(id));
            }
        }
    }

    private Set<Integer> readers() {
        return Set.copyOf(context.registeredReaders().keySet());
    }

    private void tell(int subtask) {
        context.sendEventToSourceReader(
                subtask, new ChannelsEvent(List.copyOf(configured.values())));
    }

    @Override
    public void handleSplitRequest(int subtask, String requesterHostname) {}

    @Override
    public void addSplitsBack(List<ChannelSplit> splits, int subtask) {
        for (ChannelSplit split : splits) {
            assigned.remove(split.id());
            pending.put(split.id(), split);
        }
    }

    /** A reader that comes knows nothing of what changed since the job was submitted. */
    @Override
    public void addReader(int subtask) {
        if (!known) {
            return;
        }
        if (watch.isPresent()) {
            tell(subtask);
        }
        assign(subtask);
        if (boundedness == Boundedness.BOUNDED) {
            context.signalNoMoreSplits(subtask);
        }
    }

    private void assign(int subtask) {
        for (String id : List.copyOf(configured.keySet())) {
            ChannelSplit split = pending.get(id);
            if (split != null && owner(id) == subtask) {
                context.assignSplit(split, subtask);
                pending.remove(id);
                assigned.add(id);
            }
        }
    }

    private int owner(String id) {
        int index = List.copyOf(configured.keySet()).indexOf(id);
        return Math.floorMod(index, context.currentParallelism());
    }

    @Override
    public EnumeratorState snapshotState(long checkpointId) {
        return new EnumeratorState(assigned);
    }

    @Override
    public void close() {}
}
