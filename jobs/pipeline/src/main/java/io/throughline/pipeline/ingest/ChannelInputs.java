package io.throughline.pipeline.ingest;

import io.throughline.channels.definition.ChannelDefinition;
import io.throughline.channels.definition.Mode;
import io.throughline.fetch.ChannelInstance;
import io.throughline.fetch.FetchSettings;
import io.throughline.pipeline.config.ConfigWatch;
import io.throughline.pipeline.config.ConfiguredChannel;
import io.throughline.polling.ChannelSource;
import io.throughline.polling.HostedChannel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.connector.source.Boundedness;

/** Configured channels as the source takes them. */
public final class ChannelInputs {

    /** What the poll beside a push is called, after the channel's id. */
    private static final String RECONCILE = ":reconcile";

    private ChannelInputs() {}

    /**
     * One source for the channels among these that are polled, streamed or files.
     *
     * @throws io.throughline.fetch.MissingInputException when it is to be bounded and a file that
     *     is named is not there
     */
    public static ChannelSource source(List<ConfiguredChannel> channels, Boundedness boundedness) {
        List<HostedChannel> hosted = hosted(channels);
        return boundedness == Boundedness.BOUNDED
                ? ChannelSource.bounded(
                        hosted.stream().map(HostedChannel::instance).toList(),
                        FetchSettings.DEFAULT)
                : ChannelSource.unbounded(hosted, FetchSettings.DEFAULT);
    }

    /**
     * An unbounded source whose channels come, go and change with a configuration file.
     *
     * @param channels of the file as it is now
     * @param inputs what channels read instead of their files, by channel id
     */
    public static ChannelSource following(
            List<ConfiguredChannel> channels, ConfigWatch watch, Map<String, String> inputs) {
        return ChannelSource.unbounded(hosted(channels), FetchSettings.DEFAULT)
                .following(new FollowedChannels(watch, inputs));
    }

    /**
     * The channels among these that are polled, streamed or files, and those that are pushed and
     * polled beside, to find what never arrived.
     */
    public static List<ConfiguredChannel> pulled(List<ConfiguredChannel> channels) {
        return channels.stream().filter(channel -> instance(channel).isPresent()).toList();
    }

    static List<HostedChannel> hosted(List<ConfiguredChannel> channels) {
        return channels.stream().flatMap(channel -> hosted(channel).stream()).toList();
    }

    private static Optional<HostedChannel> hosted(ConfiguredChannel channel) {
        return instance(channel)
                .map(instance -> new HostedChannel(instance, channel.health(), channel.version()));
    }

    private static Optional<ChannelInstance> instance(ConfiguredChannel channel) {
        ChannelDefinition definition = channel.definition();
        if (definition.mode() == Mode.PUSH && channel.files().isEmpty()) {
            return ChannelInstance.reconciling(definition, channel.values())
                    .map(poll -> named(poll, definition.id() + RECONCILE));
        }
        return Optional.of(
                new ChannelInstance(
                        definition.id(), definition, channel.values(), channel.files()));
    }

    /** The gateway speaks for the health of the channel itself. */
    private static ChannelInstance named(ChannelInstance instance, String id) {
        return new ChannelInstance(id, instance.definition(), instance.values(), instance.paths());
    }
}
