package io.throughline.pipeline.ingest;

import io.throughline.pipeline.config.ConfigWatch;
import io.throughline.pipeline.config.ConfiguredChannel;
import io.throughline.polling.ChannelWatch;
import io.throughline.polling.HostedChannel;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The channels of a configuration file that the source hosts, as the file changes. */
final class FollowedChannels implements ChannelWatch {

    private static final long serialVersionUID = 1L;

    private final ConfigWatch watch;
    private final TreeMap<String, String> inputs;

    /**
     * @param inputs what channels read instead of their files, by channel id
     */
    FollowedChannels(ConfigWatch watch, Map<String, String> inputs) {
        this.watch = watch;
        this.inputs = new TreeMap<>(inputs);
    }

    @Override
    public Optional<List<HostedChannel>> changed() throws IOException {
        return watch.changed()
                .map(
                        config ->
                                ChannelInputs.hosted(
                                        config.channels().stream().map(this::withInput).toList()));
    }

    private ConfiguredChannel withInput(ConfiguredChannel channel) {
        String input = inputs.get(channel.definition().id());
        return input == null ? channel : channel.withFiles(List.of(input));
    }
}
