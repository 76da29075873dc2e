package io.throughline.polling;

import io.throughline.fetch.Batch;
import io.throughline.fetch.ChannelFetcher;
import io.throughline.fetch.Fetched;
import io.throughline.fetch.http.ChannelUnavailableException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.flink.connector.base.source.reader.RecordsBySplits;
import org.apache.flink.connector.base.source.reader.RecordsWithSplitIds;
import org.apache.flink.connector.base.source.reader.splitreader.SplitReader;
import org.apache.flink.connector.base.source.reader.splitreader.SplitsAddition;
import org.apache.flink.connector.base.source.reader.splitreader.SplitsChange;
import org.apache.flink.runtime.execution.SuppressRestartsException;

/**
 * Runs the fetcher of one split in the thread that Flink gives it, and waits out its pauses. A
 * pause that is cut short by {@link #wakeUp} is taken up again, so that waking up cannot make a
 * channel ask its server more often than it may.
 */
final class ChannelSplitReader implements SplitReader<Fetched, ChannelSplit> {

    private final Function<ChannelSplit, ChannelFetcher> open;
    private final Semaphore wakeUps = new Semaphore(0);
    private ChannelSplit split;
    private volatile ChannelFetcher fetcher;
    private long resumeAtNanos = System.nanoTime();

    ChannelSplitReader(Function<ChannelSplit, ChannelFetcher> open) {
        this.open = open;
    }

    @Override
    public RecordsWithSplitIds<Fetched> fetch() throws IOException {
        RecordsBySplits.Builder<Fetched> records = new RecordsBySplits.Builder<>();
        try {
            if (pauseIsOver()) {
                Batch batch = fetcher.fetch();
                records.addAll(split, batch.items());
                resumeAtNanos = System.nanoTime() + nanos(batch.pause());
                if (batch.finished()) {
                    records.addFinishedSplit(split.splitId());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ChannelUnavailableException e) {
            // A bounded pass has waited long enough: starting over would not help.
            throw new SuppressRestartsException(e);
        }
        return records.build();
    }

    private boolean pauseIsOver() throws InterruptedException {
        long left = resumeAtNanos - System.nanoTime();
        boolean woken = left > 0 && wakeUps.tryAcquire(left, TimeUnit.NANOSECONDS);
        wakeUps.drainPermits();
        return !woken;
    }

    private static long nanos(Duration pause) {
        return pause.compareTo(Duration.ofDays(1)) > 0
                ? Duration.ofDays(1).toNanos()
                : pause.toNanos();
    }

    @Override
    public void handleSplitsChanges(SplitsChange<ChannelSplit> change) {
        if (!(change instanceof SplitsAddition<ChannelSplit>) || change.splits().size() != 1) {
            throw new UnsupportedOperationException(
                    "a reader of channels has one split, added once");
        }
        split = change.splits().get(0);
        fetcher = open.apply(split);
    }

    @Override
    public void wakeUp() {
        wakeUps.release();
        ChannelFetcher current = fetcher;
        if (current != null) {
            current.wakeUp();
        }
    }

    @Override
    public void close() {
        if (fetcher != null) {
            fetcher.close();
        }
    }
}
