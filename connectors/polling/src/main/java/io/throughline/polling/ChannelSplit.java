package io.throughline.polling;

import io.throughline.health.ArrivalHistory;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.api.connector.source.SourceSplit;

/**
 * A channel instance by its id, and how far it has been read. Holds neither definition nor secrets:
 * those come with the job, so that they can change between two runs and never lie in a checkpoint.
 *
 * @param cursor see {@link io.throughline.fetch.ChannelFetcher}
 * @param history how regularly it brought something, so that a restart does not make its silence
 *     unnoticed
 */
public record ChannelSplit(String id, Map<String, String> cursor, ArrivalHistory history)
        implements SourceSplit {

    public ChannelSplit {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(history, "history");
        cursor = Map.copyOf(cursor);
    }

    /** A split that starts from its beginning. */
    static ChannelSplit fresh(String id) {
        return new ChannelSplit(id, Map.of(), ArrivalHistory.NONE);
    }

    @Override
    public String splitId() {
        return id;
    }
}
