package io.throughline.fetch;

import io.throughline.fetch.PollingChannel.Budget;
import io.throughline.fetch.PollingChannel.More;
import io.throughline.fetch.http.Trouble;
import io.throughline.model.RawEnvelope;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs a {@link PollingChannel}. */
final class PollingRunner implements ChannelFetcher {

    private final FetcherContext context;
    private final PollingChannel channel;
    private final Duration interval;
    private final Trouble trouble;
    private Map<String, String> cursor;

    PollingRunner(
            FetcherContext context, PollingChannel channel, Duration interval, Trouble trouble) {
        this.context = context;
        this.channel = channel;
        this.interval = interval;
        this.trouble = trouble;
        this.cursor = context.cursor();
    }

    @Override
    public Batch fetch() throws InterruptedException {
        PollingChannel.Page page;
        try {
            page = channel.fetch(cursor, Budget.USUAL);
        } catch (ChannelRefusedException e) {
            if (trouble.bounded()) {
                throw trouble.givenUp(context.source(), e.getMessage());
            }
            return trouble.again(
                    context.source(), Failure.Kind.REFUSED, e.getMessage(), Optional.empty());
        } catch (IOException e) {
            return trouble.again(
                    context.source(),
                    Failure.Kind.UNREACHABLE,
                    e.getClass().getSimpleName(),
                    Optional.empty());
        }
        trouble.over();
        List<Fetched> items = items(page);
        cursor = page.cursor();
        if (page.more() == More.YES) {
            return Batch.of(items);
        }
        return context.bounded() ? Batch.last(items) : Batch.thenPause(items, interval);
    }

    /** The cursor moves with the last item, so that a page cut short by a crash comes again. */
    private List<Fetched> items(PollingChannel.Page page) {
        List<CursorChange> changes = CursorChange.between(cursor, page.cursor());
        Instant now = context.clock().instant();
        List<Fetched> items = new ArrayList<>();
        for (int i = 0; i < page.items().size(); i++) {
            RawEnvelope envelope = page.items().get(i).envelope(context.source(), now);
            boolean last = i == page.items().size() - 1;
            items.add(new Fetched(Optional.of(envelope), last ? changes : List.of()));
        }
        if (items.isEmpty() && !changes.isEmpty()) {
            items.add(new Fetched(Optional.empty(), changes));
        }
        return items;
    }

    /** A page is to be back within its budget of time. */
    @Override
    public void wakeUp() {}

    @Override
    public void close() {
        channel.close();
    }
}
