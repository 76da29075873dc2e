package io.throughline.polling;

import static org.awaitility.Awaitility.await;

import io.throughline.health.ArrivalHistory;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.core.io.InputStatus;

/** A reader with made-up channels, driven as Flink's task would. */
final class ReaderHarness implements AutoCloseable {

    final FakeOutput output = new FakeOutput();
    private final Map<String, FakeChannel> channels = new TreeMap<>();
    private final ChannelReader reader;
    private InputStatus last = InputStatus.NOTHING_AVAILABLE;

    ReaderHarness(Boundedness boundedness, int threads, FakeChannel a, FakeChannel b) {
        channels.put("a", a);
        channels.put("b", b);
        this.reader =
                new ChannelReader(
                        new Hosting(
                                boundedness,
                                (instance, cursor, health) ->
                                        channels.get(instance.id()).open(cursor, health),
                                Clock.systemUTC(),
                                threads),
                        Optional.empty(),
                        new FakeReaderContext());
        reader.start();
    }

    /** Gives splits to the reader, from their beginning. */
    ReaderHarness with(String... ids) {
        reader.addSplits(Arrays.stream(ids).map(ChannelSplit::fresh).toList());
        return this;
    }

    /** Tells the reader what is configured: {@code id} or {@code id@version}. */
    ReaderHarness configured(String... ids) {
        List<HostedChannel> hosted =
                Arrays.stream(ids)
                        .map(id -> (id + "@1").split("@"))
                        .map(id -> Channels.hosted(id[0], id[1]))
                        .toList();
        reader.handleSourceEvents(new ChannelsEvent(hosted));
        return this;
    }

    void noMoreSplits() {
        reader.notifyNoMoreSplits();
    }

    /** Emits whatever comes until something holds. */
    void until(BooleanSupplier holds) {
        await().pollInSameThread()
                .until(
                        () -> {
                            poll();
                            return holds.getAsBoolean();
                        });
    }

    private void poll() {
        do {
            last = reader.pollNext(output);
        } while (last == InputStatus.MORE_AVAILABLE);
    }

    boolean isAtEnd() {
        return last == InputStatus.END_OF_INPUT;
    }

    /** The splits as the next checkpoint would have them, without their history. */
    List<ChannelSplit> snapshot() {
        return reader.snapshotState(1).stream()
                .map(split -> new ChannelSplit(split.id(), split.cursor(), ArrivalHistory.NONE))
                .toList();
    }

    boolean hasNext() {
        return reader.isAvailable().isDone();
    }

    @Override
    public void close() throws Exception {
        reader.close();
    }
}
