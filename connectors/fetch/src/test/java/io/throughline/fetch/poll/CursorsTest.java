package io.throughline.fetch.poll;

import static io.throughline.fetch.FakeServer.page;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.fetch.Reading;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From where a round asks, and what it keeps for the next. */
class CursorsTest {

    private final Rounds rounds = new Rounds();

    @AfterEach
    void stop() {
        rounds.close();
    }

    @Test
    void asksFromABoundaryThatLosesNothing() throws InterruptedException {
        rounds.server.then(page("{\"items\":[{\"id\":1,\"at\":\"2026-03-01T10:00:07.5Z\"}]}"));
        String exclusive = "cursor: {field: $.at, param: since}";
        String inclusive =
                "cursor: {field: $.at, param: since, inclusive: true, lookback: PT1H,"
                        + " granularity: 1m, format: epoch-millis}";

        Map<String, String> cursor = rounds.round(exclusive).cursor;
        rounds.round(exclusive, cursor);
        rounds.round(inclusive, cursor);

        assertThat(cursor).containsEntry("since", "1772359207.5");
        assertThat(rounds.server.requests)
                .containsExactly(
                        "/feed",
                        "/feed?since=2026-03-01T10%3A00%3A06Z",
                        "/feed?since=1772355600000");
    }

    @Test
    void aTimeInTheFutureDoesNotHideWhatComesBeforeIt() throws InterruptedException {
        rounds.server.then(
                page(
                        "{\"items\":[{\"id\":1,\"at\":\"2026-03-04T05:00:00Z\"},"
                                + "{\"id\":2,\"at\":\"2099-01-01T00:00:00Z\"},{\"id\":3,\"at\":\"?\"}]}"));

        assertThat(rounds.round("cursor: {field: $.at, param: since}").cursor)
                .containsEntry("since", "1772600400");
    }

    @Test
    void startsWhereItIsTold() throws InterruptedException {
        rounds.server.then(page("{\"items\":[]}"));

        rounds.round("cursor: {field: $.at, param: since, inclusive: true, start: P30D}");
        rounds.round(
                "cursor: {kind: number, field: $.id, param: after, inclusive: true, start: '100'}");
        rounds.round(
                "cursor: {field: $.at, param: since, inclusive: true, format: epoch-seconds,"
                        + " start: 2026-01-01, startParam: start_time}");

        assertThat(rounds.server.requests)
                .containsExactly(
                        "/feed?since=2026-02-02T05%3A06%3A07Z",
                        "/feed?after=100", "/feed?start_time=1767225600");
    }

    @Test
    void stopsReadingADataFeedWhereItKnowsAll() throws InterruptedException {
        rounds.server.always(
                seen -> {
                    int number = Integer.parseInt(seen.param("page"));
                    return page(
                            "{\"items\":[{\"id\":%d,\"at\":\"2026-03-0%dT00:00:00Z\"}]}"
                                    .formatted(number, 4 - number));
                });
        String request =
                "page: {type: page, param: page, most: 3}\n"
                        + "cursor: {field: $.at, order: desc, dataFeed: true}";

        rounds.round(request, Map.of("since", "1772409600"));

        assertThat(rounds.server.requests).as("3, 2 and 1 March, known until the 2nd").hasSize(3);
        rounds.round(request, Map.of("since", "1772496000"));
        assertThat(rounds.server.requests).as("known until the 3rd").hasSize(5);
    }

    @Test
    void aFailureInTheMiddleOfADescendingRoundLeavesTheCursorAlone() throws InterruptedException {
        rounds.server.then(
                page("{\"items\":[{\"id\":9,\"at\":\"2026-03-03T00:00:00Z\"}],\"next\":\"b\"}"),
                page("{\"items\":[{\"id\":8,\"at\":\"2026-03-02T00:00:00Z\"}]}"));
        Reading reading =
                rounds.reading(
                        "page: {type: cursor, next: $.next, param: at}\n"
                                + "cursor: {field: $.at, order: desc, param: since}",
                        Map.of());

        reading.step();
        assertThat(reading.cursor).doesNotContainKey("since");
        reading.step();
        assertThat(reading.cursor).containsEntry("since", "1772496000");
    }

    @Test
    void keepsATokenFromRoundToRound() throws InterruptedException {
        rounds.server.then(
                page("{\"items\":[{\"id\":1}],\"after\":\"t1\",\"end\":false}"),
                page("{\"items\":[{\"id\":2}],\"after\":\"t2\",\"end\":true}"),
                page("{\"items\":[],\"after\":\"t2\",\"end\":true}"));
        String request =
                "page: {type: cursor, next: $.after, param: cursor, until: $.end}\n"
                        + "cursor: {kind: token, from: $.after, param: cursor, start: '7',"
                        + " startParam: start_time}";

        Reading reading = rounds.round(request);
        rounds.round(request, reading.cursor);

        assertThat(rounds.server.requests)
                .containsExactly("/feed?start_time=7", "/feed?cursor=t1", "/feed?cursor=t2");
    }

    @Test
    void tellsHowFarAnAscendingFeedIsBehind() throws InterruptedException {
        rounds.server.then(
                page("{\"items\":[{\"id\":1,\"at\":\"2026-03-04T03:06:07Z\"}],\"next\":\"b\"}"),
                page("{\"items\":[{\"id\":2,\"at\":\"2026-03-04T05:00:00Z\"}]}"));

        rounds.round(
                "page: {type: cursor, next: $.next, param: at}\n"
                        + "cursor: {field: $.at, order: asc, param: since}");

        assertThat(rounds.lags).containsExactly(Duration.ofHours(2), Duration.ZERO);
    }
}
