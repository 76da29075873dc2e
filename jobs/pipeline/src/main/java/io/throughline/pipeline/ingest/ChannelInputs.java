package io.throughline.pipeline.ingest;

import io.throughline.channels.definition.Mode;
import io.throughline.fetch.ChannelInstance;
import io.throughline.fetch.FetchSettings;
import io.throughline.pipeline.config.ConfigWatch;
import io.throughline.pipeline.config.ConfiguredChannel;
import io.throughline.polling.ChannelSource;
import io.throughline.polling.HostedChannel;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.connector.source.Boundedness;

/** Configured channels as the source takes them. */
public final class ChannelInputs {

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

    /** The channels among these that are polled, streamed or files; the rest is pushed. */
    public static List<ConfiguredChannel> pulled(List<ConfiguredChannel> channels) {
        return channels.stream()
                .filter(c -> c.definition().mode() != Mode.PUSH || !c.files().isEmpty())
                .toList();
    }

    static List<HostedChannel> hosted(List<ConfiguredChannel> channels) {
        return pulled(channels).stream().map(ChannelInputs::hosted).toList();
    }

    private static HostedChannel hosted(ConfiguredChannel channel) {
        return new HostedChannel(
                new ChannelInstance(
                        channel.definition().id(),
                        channel.definition(),
                        channel.values(),
                        channel.files()),
                channel.health(),
                channel.version());
    }
}
