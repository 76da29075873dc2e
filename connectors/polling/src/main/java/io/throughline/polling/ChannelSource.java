package io.throughline.polling;

import io.throughline.fetch.ChannelInstance;
import io.throughline.fetch.Extent;
import io.throughline.fetch.FetchSettings;
import io.throughline.fetch.Fetchers;
import io.throughline.fetch.MissingInputException;
import io.throughline.model.RawEnvelope;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * The one Flink source of all channels that poll, stream or read files. A split is a channel
 * instance, and its state is the channel's cursor; where a reader is restored, it goes on after the
 * last envelope before the checkpoint. The timestamp of a record is when it was observed.
 */
public final class ChannelSource implements Source<RawEnvelope, ChannelSplit, EnumeratorState> {

    private static final long serialVersionUID = 1L;

    private final Boundedness boundedness;
    private final LinkedHashMap<String, ChannelInstance> instances = new LinkedHashMap<>();
    private final FetchSettings settings;

    private ChannelSource(
            Boundedness boundedness, List<ChannelInstance> instances, FetchSettings settings) {
        this.boundedness = boundedness;
        this.settings = settings;
        for (ChannelInstance instance : instances) {
            if (this.instances.put(instance.id(), instance) != null) {
                throw new IllegalArgumentException("two channels are called " + instance.id());
            }
        }
        instances.forEach(fetchers()::check);
    }

    /**
     * A source that ends: one pass over all pages, streams until their server ends them, and the
     * files that are there.
     *
     * @throws MissingInputException when a file or folder that is named is not there
     * @throws IllegalArgumentException when a reference of a definition has no value; named,
     *     without any value
     */
    public static ChannelSource bounded(List<ChannelInstance> instances, FetchSettings settings) {
        return new ChannelSource(Boundedness.BOUNDED, instances, settings);
    }

    /**
     * A source that keeps polling, streaming and watching folders.
     *
     * @throws IllegalArgumentException when a reference of a definition has no value; named,
     *     without any value
     */
    public static ChannelSource unbounded(List<ChannelInstance> instances, FetchSettings settings) {
        return new ChannelSource(Boundedness.CONTINUOUS_UNBOUNDED, instances, settings);
    }

    private Fetchers fetchers() {
        return new Fetchers(
                boundedness == Boundedness.BOUNDED ? Extent.BOUNDED : Extent.UNBOUNDED, settings);
    }

    @Override
    public Boundedness getBoundedness() {
        return boundedness;
    }

    @Override
    public SplitEnumerator<ChannelSplit, EnumeratorState> createEnumerator(
            SplitEnumeratorContext<ChannelSplit> context) {
        return restoreEnumerator(context, new EnumeratorState(Set.of()));
    }

    @Override
    public SplitEnumerator<ChannelSplit, EnumeratorState> restoreEnumerator(
            SplitEnumeratorContext<ChannelSplit> context, EnumeratorState state) {
        return new ChannelEnumerator(context, boundedness, List.copyOf(instances.keySet()), state);
    }

    @Override
    public SourceReader<RawEnvelope, ChannelSplit> createReader(SourceReaderContext context) {
        Fetchers fetchers = fetchers();
        Map<String, ChannelInstance> configured = instances;
        return new ChannelReader(
                split -> fetchers.open(configured.get(split.id()), split.cursor()),
                configured::containsKey,
                context);
    }

    @Override
    public SimpleVersionedSerializer<ChannelSplit> getSplitSerializer() {
        return new ChannelSplitSerializer();
    }

    @Override
    public SimpleVersionedSerializer<EnumeratorState> getEnumeratorCheckpointSerializer() {
        return new EnumeratorStateSerializer();
    }
}
