package io.throughline.fetch.stream;

import static io.throughline.fetch.FakeServer.events;
import static io.throughline.fetch.FakeServer.eventsThenDrop;
import static io.throughline.fetch.FakeServer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.fetch.Batch;
import io.throughline.fetch.FakeServer;
import io.throughline.fetch.Given;
import io.throughline.fetch.HealthListener;
import io.throughline.fetch.Reading;
import io.throughline.fetch.http.ChannelUnavailableException;
import io.throughline.model.RawEnvelope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StreamFetcherTest {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-03-04T05:06:07Z"), ZoneOffset.UTC);
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration SHORT = Duration.ofMillis(200);

    private final FakeServer server = FakeServer.start();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void handsOnEachEventAndEndsWithTheStream() throws InterruptedException {
        server.then(
                events(
                        ":)\n\nevent: update\nid: 7\ndata: {\"a\":1}\n\n:thump\n\n"
                                + "event: delete\ndata: 42\n\n"));

        Reading reading = bounded(LONG, LONG, Map.of()).all();

        assertThat(reading.bodies()).containsExactly("{\"a\":1}", "42");
        assertThat(reading.envelopes)
                .extracting(RawEnvelope::position, RawEnvelope::headers)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                0L, Map.of(RawEnvelope.SSE_EVENT, "update")),
                        org.assertj.core.groups.Tuple.tuple(
                                1L, Map.of(RawEnvelope.SSE_EVENT, "delete")));
        assertThat(reading.cursor).isEqualTo(Map.of("events", "2", "last-event-id", "7"));
    }

    @Test
    void goesOnAfterTheLastEventWhenTheConnectionDrops() throws InterruptedException {
        server.then(
                eventsThenDrop("id: 1\ndata: a\n\nid: 2\ndata: b\n\nid: 3\ndata: not wh"),
                status(503, ""),
                events("id: 3\ndata: not whole before\n\n"));

        Reading reading = bounded(LONG, LONG, Map.of()).all();

        assertThat(reading.bodies()).containsExactly("a", "b", "not whole before");
        assertThat(server.lastEventIds).containsExactly("", "2", "2");
        assertThat(reading.pauses).hasSize(2);
    }

    @Test
    void goesOnAfterTheLastEventOfItsCursor() throws InterruptedException {
        server.then(events("data: c\n\n"));

        Reading reading = bounded(LONG, LONG, Map.of("events", "2", "last-event-id", "2")).all();

        assertThat(server.lastEventIds).containsExactly("2");
        assertThat(reading.envelopes.get(0).position()).isEqualTo(2);
        assertThat(reading.cursor).isEqualTo(Map.of("events", "3", "last-event-id", "2"));
    }

    @Test
    void connectsAnewWhenTheServerFallsSilent() throws InterruptedException {
        server.then(
                server.eventsThenSilence("data: a\n\n"), server.eventsThenSilence("data: b\n\n"));
        Reading reading = new Reading(unbounded(SHORT), Map.of());

        assertThat(reading.until(2).bodies()).containsExactly("a", "b");
        assertThat(server.requests).hasSize(2);
    }

    @Test
    void heartbeatsKeepAConnection() throws InterruptedException {
        server.then(server.heartbeatsThenEvents(8, Duration.ofMillis(100), "data: a\n\n"));

        assertThat(bounded(Duration.ofMillis(600), LONG, Map.of()).all().bodies())
                .containsExactly("a");
        assertThat(server.requests).hasSize(1);
    }

    @Test
    void endsABoundedRunWhenNothingComesForLong() throws InterruptedException {
        server.then(server.eventsThenSilence("data: a\n\n"));

        assertThat(bounded(LONG, SHORT, Map.of()).all().bodies()).containsExactly("a");
        assertThat(server.requests).hasSize(1);
    }

    @Test
    void neverEndsWhenUnboundedThoughTheServerEndsTheStream() throws InterruptedException {
        server.then(events("retry: 4000\n\ndata: a\n\n"), status(401, ""), events("data: b\n\n"));
        Reading reading = new Reading(unbounded(LONG), Map.of());

        assertThat(reading.until(2).bodies()).containsExactly("a", "b");
        assertThat(reading.pauses.get(0))
                .as("the reconnection time of the server")
                .isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void failsABoundedRunThatIsRefused() {
        server.then(status(401, ""));

        assertThatThrownBy(() -> bounded(LONG, LONG, Map.of()).all())
                .isInstanceOf(ChannelUnavailableException.class)
                .hasMessageContaining("status 401");
        assertThat(server.requests).hasSize(1);
    }

    @Test
    void canBeWokenWhileItWaitsForEvents() throws InterruptedException {
        server.then(server.eventsThenSilence("data: a\n\n"));
        StreamFetcher fetcher = fetcher(LONG, LONG, Map.of());
        new Reading(fetcher, Map.of()).until(1);

        fetcher.wakeUp();
        Batch batch = fetcher.fetch();

        assertThat(batch.items()).isEmpty();
        assertThat(batch.finished()).isFalse();
    }

    private Reading bounded(Duration idle, Duration quiet, Map<String, String> cursor) {
        return new Reading(fetcher(idle, quiet, cursor), cursor);
    }

    private StreamFetcher fetcher(Duration idle, Duration quiet, Map<String, String> cursor) {
        return StreamFetcher.bounded(
                plan(idle, quiet), cursor, Given.backoff(), CLOCK, HealthListener.NONE);
    }

    private StreamFetcher unbounded(Duration idle) {
        return StreamFetcher.unbounded(
                plan(idle, LONG), Map.of(), Given.backoff(), CLOCK, HealthListener.NONE);
    }

    private StreamPlan plan(Duration idle, Duration quiet) {
        return Given.stream("url: %s/stream\nheartbeat: %s".formatted(server.url(), idle), quiet);
    }
}
