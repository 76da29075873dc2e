package io.throughline.polling;

import io.throughline.fetch.ChannelFetcher;
import io.throughline.fetch.Fetched;
import io.throughline.model.RawEnvelope;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.connector.base.source.reader.SourceReaderBase;

/** Hands what the fetchers of its splits bring to Flink; see {@link EnvelopeEmitter}. */
final class ChannelReader
        extends SourceReaderBase<Fetched, RawEnvelope, ChannelSplit, SplitProgress> {

    ChannelReader(
            Function<ChannelSplit, ChannelFetcher> open,
            Predicate<String> configured,
            SourceReaderContext context) {
        super(
                new FetcherPerSplit(open, configured, context.getConfiguration()),
                new EnvelopeEmitter(),
                context.getConfiguration(),
                context);
    }

    @Override
    protected void onSplitFinished(Map<String, SplitProgress> finished) {}

    @Override
    protected SplitProgress initializedState(ChannelSplit split) {
        return new SplitProgress(split);
    }

    @Override
    protected ChannelSplit toSplitType(String splitId, SplitProgress progress) {
        return progress.toSplit();
    }
}
