package io.throughline.pipeline.ingest;

import io.throughline.channels.definition.Mode;
import io.throughline.fetch.ChannelInstance;
import io.throughline.fetch.FetchSettings;
import io.throughline.pipeline.config.ConfiguredChannel;
import io.throughline.polling.ChannelSource;
import java.util.List;
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
        List<ChannelInstance> instances =
                pulled(channels).stream().map(ChannelInputs::instance).toList();
        return boundedness == Boundedness.BOUNDED
                ? ChannelSource.bounded(instances, FetchSettings.DEFAULT)
                : ChannelSource.unbounded(instances, FetchSettings.DEFAULT);
    }

    /** The channels among these that are polled, streamed or files; the rest is pushed. */
    public static List<ConfiguredChannel> pulled(List<ConfiguredChannel> channels) {
        return channels.stream()
                .filter(c -> c.definition().mode() != Mode.PUSH || !c.files().isEmpty())
                .toList();
    }

    private static ChannelInstance instance(ConfiguredChannel channel) {
        return new ChannelInstance(
                channel.definition().id(), channel.definition(), channel.values(), channel.files());
    }
}
