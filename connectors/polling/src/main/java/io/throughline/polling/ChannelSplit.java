package io.throughline.polling;

import java.util.Map;
import java.util.Objects;
import org.apache.flink.api.connector.source.SourceSplit;

/**
 * A channel instance by its id, and how far it has been read. Holds neither definition nor secrets:
 * those come with the job, so that they can change between two runs and never lie in a checkpoint.
 *
 * @param cursor see {@link io.throughline.fetch.ChannelFetcher}
 */
public record ChannelSplit(String id, Map<String, String> cursor) implements SourceSplit {

    public ChannelSplit {
        Objects.requireNonNull(id, "id");
        cursor = Map.copyOf(cursor);
    }

    @Override
    public String splitId() {
        return id;
    }
}
