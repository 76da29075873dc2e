package io.throughline.fetch.http;

import io.throughline.channels.file.SseEvent;
import io.throughline.channels.file.SseParser;
import io.throughline.fetch.Batch;
import io.throughline.fetch.ChannelFetcher;
import io.throughline.fetch.Failure;
import io.throughline.fetch.Fetched;
import io.throughline.fetch.HealthListener;
import io.throughline.fetch.Interruptible;
import io.throughline.model.RawEnvelope;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Flow.Publisher;

/**
 * Follows server-sent events over connections that break. Each new connection says the last event
 * id the server gave, and what the server then repeats is handed on; what it does not repeat is
 * gone, which no client can help. An event that is not whole when its connection ends is dropped,
 * as the standard has it: it was not handed on, so the server repeats it.
 *
 * <p>Times of silence are measured with the machine's monotonic clock; the given clock only stamps
 * envelopes.
 */
public final class StreamFetcher implements ChannelFetcher {

    private static final int STATUS_OK = 200;

    private final StreamPlan plan;
    private final StreamCursor cursor;
    private final Clock clock;
    private final Trouble trouble;
    private final HealthListener health;
    private final HttpCalls calls;
    private final Interruptible<Connection.Part> parts = new Interruptible<>();
    private Connection connection;
    private SseParser parser;
    private long lastByte;
    private long lastEvent = System.nanoTime();

    private StreamFetcher(
            StreamPlan plan,
            Map<String, String> cursor,
            Backoff backoff,
            Optional<Duration> patience,
            Clock clock,
            HealthListener health) {
        this.plan = plan;
        this.calls = new HttpCalls(plan.request().redirects());
        this.cursor = new StreamCursor(cursor);
        this.clock = clock;
        this.health = health;
        this.trouble = new Trouble(plan.source(), backoff, patience, clock, health);
    }

    /** A fetcher that ends when the server ends the stream or is quiet for long. */
    public static StreamFetcher bounded(
            StreamPlan plan,
            Map<String, String> cursor,
            Backoff backoff,
            Clock clock,
            HealthListener health) {
        return new StreamFetcher(
                plan, cursor, backoff, Optional.of(plan.patience()), clock, health);
    }

    /** A fetcher that never ends. */
    public static StreamFetcher unbounded(
            StreamPlan plan,
            Map<String, String> cursor,
            Backoff backoff,
            Clock clock,
            HealthListener health) {
        return new StreamFetcher(plan, cursor, backoff, Optional.empty(), clock, health);
    }

    @Override
    public Batch fetch() throws InterruptedException {
        return connection == null ? connect() : read();
    }

    private Batch connect() throws InterruptedException {
        HttpRequest.Builder request =
                plan.request().request(0, plan.idle()).setHeader("Accept", "text/event-stream");
        if (!cursor.lastEventId().isEmpty()) {
            request.setHeader("Last-Event-ID", cursor.lastEventId());
        }
        Answer<Publisher<List<ByteBuffer>>> answer =
                calls.send(request.build(), BodyHandlers.ofPublisher(), plan.idle());
        if (answer instanceof Answer.Received<Publisher<List<ByteBuffer>>> received) {
            return connected(received.response());
        }
        if (answer instanceof Answer.Failed<Publisher<List<ByteBuffer>>> failed) {
            return again(Failure.Kind.UNREACHABLE, failed.cause(), Optional.empty());
        }
        return Batch.of(List.of());
    }

    private Batch connected(HttpResponse<Publisher<List<ByteBuffer>>> response) {
        Connection opened = Connection.open(response.body(), parts);
        int status = response.statusCode();
        if (status == STATUS_OK) {
            connection = opened;
            parser = new SseParser();
            lastByte = System.nanoTime();
            lastEvent = System.nanoTime();
            return Batch.of(List.of());
        }
        opened.close();
        if (trouble.bounded() && !Statuses.passing(status)) {
            throw trouble.givenUp(plan.request().origin(0), "status " + status);
        }
        return again(
                Failure.kindOf(status),
                "status " + status,
                Statuses.retryAfter(response, clock.instant()));
    }

    private Batch read() throws InterruptedException {
        Interruptible.Waited<Connection.Part> waited = parts.next(patience());
        if (waited.item().isEmpty()) {
            return waited.timedOut() ? silent() : Batch.of(List.of());
        }
        Connection.Part part = waited.item().get();
        if (part.connection() != connection) {
            return Batch.of(List.of());
        }
        if (part.ended()) {
            return ended(part.failure());
        }
        List<Fetched> items = new ArrayList<>();
        lastByte = System.nanoTime();
        health.succeeded();
        parser.feed(part.bytes(), 0, part.bytes().length, event -> items.add(fetched(event)));
        connection.more();
        if (!items.isEmpty()) {
            lastEvent = lastByte;
            trouble.over();
        }
        return Batch.of(items);
    }

    /** Time until the connection, or a bounded run, has been silent for too long. */
    private Duration patience() {
        long now = System.nanoTime();
        Duration left = plan.idle().minusNanos(now - lastByte);
        Duration quietLeft = plan.quiet().minusNanos(now - lastEvent);
        return trouble.bounded() && quietLeft.compareTo(left) < 0 ? quietLeft : left;
    }

    private Batch silent() {
        boolean quiet = System.nanoTime() - lastEvent >= plan.quiet().toNanos();
        disconnect();
        return trouble.bounded() && quiet
                ? Batch.last(List.of())
                : again(Failure.Kind.UNREACHABLE, "silence", Optional.empty());
    }

    private Batch ended(Throwable failure) {
        Optional<Duration> asked = parser.retry();
        disconnect();
        if (failure == null) {
            return trouble.bounded()
                    ? Batch.last(List.of())
                    : again(Failure.Kind.UNREACHABLE, "end of stream", asked);
        }
        return again(Failure.Kind.UNREACHABLE, failure.getClass().getSimpleName(), asked);
    }

    private Batch again(Failure.Kind kind, String cause, Optional<Duration> asked) {
        return trouble.again(plan.request().origin(0), kind, cause, asked);
    }

    private Fetched fetched(SseEvent event) {
        long position = cursor.events();
        RawEnvelope envelope =
                new RawEnvelope(
                        plan.source(),
                        clock.instant(),
                        null,
                        null,
                        plan.request().origin(0),
                        position,
                        Map.of(RawEnvelope.SSE_EVENT, event.name()),
                        event.originalSize(),
                        event.data());
        return Fetched.of(envelope, cursor.advance(event.lastEventId()));
    }

    private void disconnect() {
        if (connection != null) {
            connection.close();
            connection = null;
        }
    }

    @Override
    public void wakeUp() {
        calls.wakeUp();
        parts.wakeUp();
    }

    @Override
    public void close() {
        disconnect();
    }
}
