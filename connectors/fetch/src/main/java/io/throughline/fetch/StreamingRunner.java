package io.throughline.fetch;

import io.throughline.fetch.StreamingChannel.Streamed;
import io.throughline.fetch.http.Trouble;
import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs a {@link StreamingChannel}. */
final class StreamingRunner implements ChannelFetcher {

    /** Waiting in slices: a channel cannot be woken. */
    private static final Duration SLICE = Duration.ofMillis(250);

    private static final int BATCH = 500;

    private final FetcherContext context;
    private final StreamingChannel channel;
    private final Trouble trouble;
    private Map<String, String> cursor;
    private boolean open;
    private long lastItem = System.nanoTime();

    StreamingRunner(FetcherContext context, StreamingChannel channel, Trouble trouble) {
        this.context = context;
        this.channel = channel;
        this.trouble = trouble;
        this.cursor = context.cursor();
    }

    @Override
    public Batch fetch() throws InterruptedException {
        List<Fetched> items = new ArrayList<>();
        try {
            if (!open) {
                channel.open(cursor);
                open = true;
                lastItem = System.nanoTime();
            }
            read(items);
        } catch (EOFException e) {
            disconnect();
            if (context.bounded()) {
                return Batch.last(items);
            }
            return broken(items, Failure.Kind.UNREACHABLE, "end of stream");
        } catch (ChannelRefusedException e) {
            disconnect();
            if (trouble.bounded() && items.isEmpty()) {
                throw trouble.givenUp(context.source(), e.getMessage());
            }
            return broken(items, Failure.Kind.REFUSED, e.getMessage());
        } catch (IOException e) {
            disconnect();
            return broken(items, Failure.Kind.UNREACHABLE, e.getClass().getSimpleName());
        }
        boolean quiet = System.nanoTime() - lastItem >= context.settings().quiet().toNanos();
        return context.bounded() && quiet ? Batch.last(items) : Batch.of(items);
    }

    private void read(List<Fetched> items) throws IOException, InterruptedException {
        Optional<Streamed> next = channel.next(SLICE);
        while (next.isPresent()) {
            Streamed streamed = next.get();
            items.add(
                    new Fetched(
                            Optional.of(
                                    streamed.item()
                                            .envelope(context.source(), context.clock().instant())),
                            CursorChange.between(cursor, streamed.cursor())));
            cursor = streamed.cursor();
            lastItem = System.nanoTime();
            next = items.size() < BATCH ? channel.next(Duration.ZERO) : Optional.empty();
        }
        if (items.isEmpty()) {
            context.health().succeeded();
        } else {
            trouble.over();
        }
    }

    private Batch broken(List<Fetched> items, Failure.Kind kind, String cause) {
        Batch pause = trouble.again(context.source(), kind, cause, Optional.empty());
        return Batch.thenPause(items, pause.pause());
    }

    private void disconnect() {
        open = false;
        channel.close();
    }

    /** A wait is over within a slice. */
    @Override
    public void wakeUp() {}

    @Override
    public void close() {
        disconnect();
    }
}
