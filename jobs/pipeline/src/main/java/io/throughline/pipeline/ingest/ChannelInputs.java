package io.throughline.pipeline.ingest;

import io.throughline.channels.definition.Mode;
import io.throughline.pipeline.config.ConfiguredChannel;
import io.throughline.polling.ChannelInstance;
import io.throughline.polling.ChannelSource;
import io.throughline.polling.PollingSettings;
import java.util.List;
import org.apache.flink.api.connector.source.Boundedness;

/** Configured channels as the source takes them. */
public final class ChannelInputs {

    private ChannelInputs() {}

    /**
     * One source for the channels among these that are polled, streamed or files.
     *
     * @throws io.throughline.polling.MissingInputException when it is to be bounded and a file that
     *     is named is not there
     */
    public static ChannelSource source(List<ConfiguredChannel> channels, Boundedness boundedness) {
        List<ChannelInstance> instances =
                pulled(channels).stream().map(ChannelInputs::instance).toList();
        return boundedness == Boundedness.BOUNDED
                ? ChannelSource.bounded(instances, PollingSettings.DEFAULT)
                : ChannelSource.unbounded(instances, PollingSettings.DEFAULT);
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
