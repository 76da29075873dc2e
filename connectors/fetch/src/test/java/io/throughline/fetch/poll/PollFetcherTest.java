package io.throughline.fetch.poll;

import static io.throughline.fetch.FakeServer.brokenOff;
import static io.throughline.fetch.FakeServer.page;
import static io.throughline.fetch.FakeServer.status;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.channels.definition.Limits;
import io.throughline.fetch.Batch;
import io.throughline.fetch.FakeServer;
import io.throughline.fetch.Given;
import io.throughline.fetch.HealthListener;
import io.throughline.fetch.Reading;
import io.throughline.fetch.http.Backoff;
import io.throughline.fetch.http.ChannelUnavailableException;
import io.throughline.model.RawEnvelope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PollFetcherTest {

    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Backoff BACKOFF =
            new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(8), new Random(1));

    private final FakeServer server = FakeServer.start();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void handsOnEveryPageWithWhenItWasFirstObserved() throws InterruptedException {
        server.then(page("[1]"), page("[2]"), page("[3]"));

        Reading reading = pass(3, Map.of());

        assertThat(reading.bodies()).containsExactly("[1]", "[2]", "[3]");
        assertThat(server.requests)
                .containsExactly("/page=1?k=a+key", "/page=2?k=a+key", "/page=3?k=a+key");
        RawEnvelope second = reading.envelopes.get(1);
        assertThat(second.source()).isEqualTo("reviews");
        assertThat(second.position()).isEqualTo(2);
        assertThat(second.origin()).isEqualTo(server.url() + "/page=2?k=***");
        assertThat(second.observedAt()).isEqualTo(NOW);
        assertThat(second.occurredAtHint()).isEqualTo(NOW);
        assertThat(second.occurredAtSource()).isEqualTo("observed");
    }

    @Test
    void goesOnOverEmptyPagesAndStopsAfterThreeInARow() throws InterruptedException {
        server.then(
                page("[1]"),
                page("[]"),
                page("[]"),
                page("[2]"),
                page("[]"),
                page("[]"),
                page("[]"),
                page("[never asked for]"));

        assertThat(pass(10, Map.of()).bodies()).containsExactly("[1]", "[2]");
        assertThat(server.requests).hasSize(7);
    }

    @Test
    void handsOnOnlyPagesThatChanged() throws InterruptedException {
        server.then(page("[1]"), page("[2]"));
        Map<String, String> cursor = pass(2, Map.of()).cursor;

        server.then(page("[1]"), page("[2, edited]"));
        Reading again = pass(2, cursor);
        server.then(page("[1]"), page("[2, edited]"));
        Reading oncemore = pass(2, again.cursor);

        assertThat(again.bodies()).containsExactly("[2, edited]");
        assertThat(oncemore.bodies()).isEmpty();
    }

    @Test
    void knowsEmptyPagesItHasSeenBefore() throws InterruptedException {
        server.then(page("[]"));
        Map<String, String> cursor = pass(10, Map.of()).cursor;
        pass(10, cursor);

        assertThat(server.requests).as("three in each pass").hasSize(6);
    }

    @Test
    void waitsAsLongAsTheServerAsks() throws InterruptedException {
        server.then(
                status(429, "", "Retry-After", "30"),
                status(503, "", "Retry-After", "Wed, 04 Mar 2026 05:07:07 GMT"),
                page("[1]"));

        Reading reading = pass(1, Map.of());

        assertThat(reading.bodies()).containsExactly("[1]");
        assertThat(reading.pauses).containsExactly(Duration.ofSeconds(30), Duration.ofSeconds(60));
    }

    @Test
    void backsOffFromServersInTroubleAndKeepsItsPlace() throws InterruptedException {
        server.then(
                page("[1]"),
                status(500, "oops"),
                brokenOff(),
                status(502, ""),
                server.hanging(),
                page("[2]"));

        Reading reading = pass(2, Map.of());

        assertThat(reading.bodies()).containsExactly("[1]", "[2]");
        assertThat(server.requests.subList(1, 6)).containsOnly("/page=2?k=a+key");
        assertThat(reading.pauses.subList(1, 5))
                .satisfiesExactly(
                        first -> assertThat(first).isBetween(millis(500), millis(1000)),
                        second -> assertThat(second).isBetween(millis(1000), millis(2000)),
                        third -> assertThat(third).isBetween(millis(2000), millis(4000)),
                        fourth -> assertThat(fourth).isBetween(millis(4000), millis(8000)));
    }

    @Test
    void handsOnAnErrorPageOnceAndDoesNotForgetTheFeedOverIt() throws InterruptedException {
        String html = "\n<!DOCTYPE html><html>be right back</html>";
        server.then(page("[1]"));
        Map<String, String> cursor = pass(1, Map.of()).cursor;

        server.then(page(html));
        Reading first = pass(1, cursor);
        server.then(page("[1]"));
        Reading back = pass(1, first.cursor);
        server.then(page(html));
        Reading second = pass(1, back.cursor);

        assertThat(first.bodies()).containsExactly(html);
        assertThat(back.bodies()).isEmpty();
        assertThat(second.bodies()).isEmpty();
    }

    @Test
    void givesUpABoundedPassOnlyAfterItsPatience() throws InterruptedException {
        server.then(status(500, ""));
        Reading reading =
                new Reading(
                        PollFetcher.bounded(
                                plan(1, Duration.ZERO),
                                Map.of(),
                                BACKOFF,
                                CLOCK,
                                HealthListener.NONE),
                        Map.of());

        assertThatThrownBy(reading::all)
                .isInstanceOf(ChannelUnavailableException.class)
                .hasMessageContaining("status 500");
        assertThat(server.requests).hasSize(1);
    }

    @Test
    void failsABoundedPassAtARefusalThatWillNotPass() {
        server.then(page("[1]"), status(404, ""));

        assertThatThrownBy(() -> pass(5, Map.of()))
                .isInstanceOf(ChannelUnavailableException.class)
                .hasMessageContaining("status 404");
        assertThat(server.requests).hasSize(2);
    }

    @Test
    void neverEndsWhenUnbounded() throws InterruptedException {
        server.then(page("[1]"), status(404, ""), page("[2]"), page("[3]"));
        Reading reading =
                new Reading(
                        PollFetcher.unbounded(
                                plan(2, Duration.ofHours(1)),
                                Map.of(),
                                BACKOFF,
                                CLOCK,
                                HealthListener.NONE),
                        Map.of());

        assertThat(reading.until(3).bodies()).containsExactly("[1]", "[2]", "[3]");
        assertThat(reading.pauses).as("pause between passes").contains(Duration.ofMinutes(5));
    }

    @Test
    void cutsWhatIsTooLargeToCarry() throws InterruptedException {
        String huge = "[" + "x".repeat(Limits.MAX_CARRIED) + "]";
        server.then(page(huge));

        RawEnvelope envelope = pass(1, Map.of()).envelopes.get(0);

        assertThat(envelope.originalSize()).isEqualTo(huge.length());
        assertThat(envelope.payload()).isEqualTo(huge.substring(0, Limits.CUT_TO).getBytes(UTF_8));
    }

    @Test
    void canBeWokenWhileTheServerIsSilent() {
        server.then(server.hanging());
        PollFetcher fetcher =
                PollFetcher.bounded(
                        Given.poll("url: " + server.url(), Map.of()),
                        Map.of(),
                        BACKOFF,
                        CLOCK,
                        HealthListener.NONE);
        CompletableFuture<Batch> fetched = CompletableFuture.supplyAsync(() -> fetch(fetcher));
        Awaitility.await().until(() -> !server.requests.isEmpty());

        fetcher.wakeUp();

        assertThat(fetched)
                .succeedsWithin(Duration.ofSeconds(10))
                .satisfies(batch -> assertThat(batch.finished()).isFalse());
    }

    private static Batch fetch(PollFetcher fetcher) {
        try {
            return fetcher.fetch();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Reading pass(int pages, Map<String, String> cursor) throws InterruptedException {
        return new Reading(
                        PollFetcher.bounded(
                                plan(pages, Duration.ofHours(1)),
                                cursor,
                                BACKOFF,
                                CLOCK,
                                HealthListener.NONE),
                        cursor)
                .all();
    }

    private PollPlan plan(int pages, Duration patience) {
        return Given.poll(
                """
                # list
                url: %s/page=${page}
                query: {k: "${secret.key}"}
                timeout: 2s
                page: {type: page, most: %d, stopAfterEmpty: 3}
                """
                        .formatted(server.url(), pages),
                Map.of("secret.key", "a key"),
                patience);
    }

    private static Duration millis(long millis) {
        return Duration.ofMillis(millis);
    }
}
