package io.throughline.polling;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;

/**
 * Gives every configured channel instance to one reader. Instances that are new since the last
 * checkpoint start from their beginning; the others are with the readers already.
 */
final class ChannelEnumerator implements SplitEnumerator<ChannelSplit, EnumeratorState> {

    private final SplitEnumeratorContext<ChannelSplit> context;
    private final Boundedness boundedness;
    private final List<String> configured;
    private final Set<String> assigned;
    private final Map<String, ChannelSplit> pending = new TreeMap<>();

    ChannelEnumerator(
            SplitEnumeratorContext<ChannelSplit> context,
            Boundedness boundedness,
            List<String> configured,
            EnumeratorState restored) {
        this.context = context;
        this.boundedness = boundedness;
        this.configured = List.copyOf(configured);
        this.assigned = new HashSet<>(restored.assigned());
        for (String id : configured) {
            if (!assigned.contains(id)) {
                pending.put(id, new ChannelSplit(id, Map.of()));
            }
        }
    }

    @Override
    public void start() {}

    @Override
    public void handleSplitRequest(int subtask, String requesterHostname) {}

    @Override
    public void addSplitsBack(List<ChannelSplit> splits, int subtask) {
        for (ChannelSplit split : splits) {
            assigned.remove(split.id());
            pending.put(split.id(), split);
        }
    }

    @Override
    public void addReader(int subtask) {
        for (ChannelSplit split : new ArrayList<>(pending.values())) {
            if (owner(split) == subtask) {
                context.assignSplit(split, subtask);
                pending.remove(split.id());
                assigned.add(split.id());
            }
        }
        if (boundedness == Boundedness.BOUNDED) {
            context.signalNoMoreSplits(subtask);
        }
    }

    private int owner(ChannelSplit split) {
        return Math.floorMod(configured.indexOf(split.id()), context.currentParallelism());
    }

    @Override
    public EnumeratorState snapshotState(long checkpointId) {
        return new EnumeratorState(assigned);
    }

    @Override
    public void close() {}
}
