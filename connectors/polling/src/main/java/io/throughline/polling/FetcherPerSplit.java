package io.throughline.polling;

import io.throughline.fetch.ChannelFetcher;
import io.throughline.fetch.Fetched;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.base.source.reader.fetcher.SplitFetcher;
import org.apache.flink.connector.base.source.reader.fetcher.SplitFetcherManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread for each split, so that a channel that waits for its server holds up no other. Splits of
 * channels that are no longer configured keep their cursor and are not fetched.
 */
final class FetcherPerSplit extends SplitFetcherManager<Fetched, ChannelSplit> {

    private static final Logger LOG = LoggerFactory.getLogger(FetcherPerSplit.class);

    private final Predicate<String> configured;

    FetcherPerSplit(
            Function<ChannelSplit, ChannelFetcher> open,
            Predicate<String> configured,
            Configuration configuration) {
        super(() -> new ChannelSplitReader(open), configuration);
        this.configured = configured;
    }

    @Override
    public void addSplits(List<ChannelSplit> splits) {
        for (ChannelSplit split : splits) {
            if (configured.test(split.id())) {
                SplitFetcher<Fetched, ChannelSplit> fetcher = createSplitFetcher();
                fetcher.addSplits(List.of(split));
                startFetcher(fetcher);
            } else {
                LOG.warn("Channel {} is no longer configured: its cursor is kept", split.id());
            }
        }
    }

    @Override
    public void removeSplits(List<ChannelSplit> splits) {
        throw new UnsupportedOperationException("channels are not taken away from a reader");
    }
}
