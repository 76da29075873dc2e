package io.throughline.polling;

import io.throughline.fetch.ChannelInstance;
import io.throughline.fetch.Extent;
import io.throughline.fetch.FetchSettings;
import io.throughline.fetch.Fetchers;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
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
public final class ChannelSource implements Source<Ingested, ChannelSplit, EnumeratorState> {

    private static final long serialVersionUID = 1L;

    /** How often the configuration is looked at. */
    public static final Duration LOOK_INTERVAL = Duration.ofSeconds(3);

    /** How many channels of a subtask may fetch at the same moment. */
    private static final int THREADS = 16;

    private final Boundedness boundedness;
    private final List<HostedChannel> channels;
    private final ChannelWatch watch;
    private final FetchSettings settings;

    private ChannelSource(
            Boundedness boundedness,
            List<HostedChannel> channels,
            ChannelWatch watch,
            FetchSettings settings) {
        this.boundedness = boundedness;
        this.channels = List.copyOf(channels);
        this.watch = watch;
        this.settings = settings;
        Set<String> ids = new HashSet<>();
        for (HostedChannel channel : channels) {
            if (!ids.add(channel.id())) {
                throw new IllegalArgumentException("two channels are called " + channel.id());
            }
        }
        channels.forEach(channel -> fetchers().check(channel.instance()));
    }

    /**
     * A source that ends: one pass over all pages, streams until their server ends them, and the
     * files that are there.
     *
     * @throws io.throughline.fetch.MissingInputException when a file or folder that is named is not
     *     there
     * @throws IllegalArgumentException when a reference of a definition has no value; named,
     *     without any value
     */
    public static ChannelSource bounded(List<ChannelInstance> instances, FetchSettings settings) {
        return new ChannelSource(
                Boundedness.BOUNDED,
                instances.stream().map(HostedChannel::of).toList(),
                null,
                settings);
    }

    /**
     * A source that keeps polling, streaming and watching folders.
     *
     * @throws IllegalArgumentException when a reference of a definition has no value; named,
     *     without any value
     */
    public static ChannelSource unbounded(List<HostedChannel> channels, FetchSettings settings) {
        return new ChannelSource(Boundedness.CONTINUOUS_UNBOUNDED, channels, null, settings);
    }

    /**
     * The same source with channels that come, go and change while it runs.
     *
     * @param watch asked on the JobManager
     */
    public ChannelSource following(ChannelWatch watch) {
        return new ChannelSource(boundedness, channels, watch, settings);
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
        return new ChannelEnumerator(
                context,
                boundedness,
                channels,
                Optional.ofNullable(watch).map(this::checked),
                LOOK_INTERVAL,
                state);
    }

    /** A channel that could not be opened makes the whole configuration one that cannot be used. */
    private ChannelWatch checked(ChannelWatch unchecked) {
        Fetchers fetchers = fetchers();
        return () -> {
            Optional<List<HostedChannel>> changed = unchecked.changed();
            changed.ifPresent(now -> now.forEach(channel -> fetchers.check(channel.instance())));
            return changed;
        };
    }

    @Override
    public SourceReader<Ingested, ChannelSplit> createReader(SourceReaderContext context) {
        Hosting hosting = new Hosting(boundedness, fetchers()::open, Clock.systemUTC(), THREADS);
        return new ChannelReader(
                hosting, watch == null ? Optional.of(channels) : Optional.empty(), context);
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
