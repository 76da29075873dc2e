package io.throughline.polling;

import io.throughline.fetch.Batch;
import io.throughline.fetch.ChannelFetcher;
import io.throughline.fetch.CursorChange;
import io.throughline.fetch.Fetched;
import io.throughline.fetch.HealthListener;
import io.throughline.model.RawEnvelope;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * A server with numbered items: a fetcher gives those after the number in its cursor, one a batch,
 * and waits when there are no more, as a stream does.
 */
final class FakeChannel {

    static final Instant OBSERVED = Instant.parse("2026-03-02T08:00:00Z");

    private static final String CURSOR = "n";

    final List<Map<String, String>> openedAt = new ArrayList<>();
    private final String id;
    private final List<String> items = new ArrayList<>();
    private HealthListener health;
    private int fetches;
    private int closed;
    private boolean ends;
    private RuntimeException failure;

    FakeChannel(String id) {
        this.id = id;
    }

    synchronized FakeChannel holds(String... more) {
        items.addAll(List.of(more));
        notifyAll();
        return this;
    }

    /** Its fetcher says after the last item that there will be no more. */
    synchronized FakeChannel ends() {
        ends = true;
        notifyAll();
        return this;
    }

    /** The next fetch breaks. */
    synchronized FakeChannel breaks(RuntimeException next) {
        failure = next;
        notifyAll();
        return this;
    }

    synchronized int fetches() {
        return fetches;
    }

    synchronized int closed() {
        return closed;
    }

    synchronized HealthListener health() {
        return health;
    }

    synchronized ChannelFetcher open(Map<String, String> cursor, HealthListener listener) {
        openedAt.add(cursor);
        health = listener;
        return new Fetcher(Integer.parseInt(cursor.getOrDefault(CURSOR, "0")));
    }

    private final class Fetcher implements ChannelFetcher {

        private final LinkedBlockingQueue<Integer> wakeUps = new LinkedBlockingQueue<>();
        private int next;

        Fetcher(int next) {
            this.next = next;
        }

        @Override
        public Batch fetch() throws InterruptedException {
            synchronized (FakeChannel.this) {
                fetches++;
                while (failure == null && next >= items.size() && !ends) {
                    if (wakeUps.poll() != null) {
                        return Batch.of(List.of());
                    }
                    FakeChannel.this.wait();
                }
                if (failure != null) {
                    RuntimeException thrown = failure;
                    failure = null;
                    throw thrown;
                }
                if (next >= items.size()) {
                    return Batch.last(List.of());
                }
                String text = items.get(next++);
                return Batch.thenPause(
                        List.of(
                                Fetched.of(
                                        envelope(text),
                                        new CursorChange(CURSOR, Integer.toString(next)))),
                        Duration.ZERO);
            }
        }

        @Override
        public void wakeUp() {
            synchronized (FakeChannel.this) {
                wakeUps.add(1);
                FakeChannel.this.notifyAll();
            }
        }

        @Override
        public void close() {
            synchronized (FakeChannel.this) {
                closed++;
            }
        }
    }

    private RawEnvelope envelope(String text) {
        return new RawEnvelope(
                id,
                OBSERVED,
                null,
                null,
                "test",
                0,
                Map.of(),
                -1,
                text.getBytes(StandardCharsets.UTF_8));
    }
}
