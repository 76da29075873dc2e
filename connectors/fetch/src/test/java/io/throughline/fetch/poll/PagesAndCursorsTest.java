package io.throughline.fetch.poll;

import static io.throughline.fetch.FakeServer.packed;
import static io.throughline.fetch.FakeServer.page;
import static io.throughline.fetch.FakeServer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.fetch.Failure;
import io.throughline.fetch.FakeServer;
import io.throughline.fetch.Given;
import io.throughline.fetch.HealthListener;
import io.throughline.fetch.Reading;
import io.throughline.fetch.http.ChannelUnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PagesAndCursorsTest {

    private final FakeServer server = FakeServer.start();
    private final List<Duration> lags = new ArrayList<>();
    private final HealthListener health =
            new HealthListener() {
                @Override
                public void succeeded() {}

                @Override
                public void failed(Failure failure) {}

                @Override
                public void behind(Duration lag) {
                    lags.add(lag);
                }
            };

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void followsLinksInThePage() throws InterruptedException {
        server.then(
                page("{\"items\":[{\"id\":1}],\"links\":{\"next\":\"/more?token=a%20b\"}}"),
                page("{\"items\":[{\"id\":2}],\"links\":{\"next\":\"" + server.url() + "/last\"}}"),
                page("{\"items\":[{\"id\":3}],\"links\":{}}"));

        assertThat(round("page: {type: link, next: $.links.next}").bodies()).hasSize(3);
        assertThat(server.requests).containsExactly("/feed", "/more?token=a%20b", "/last");
    }

    @Test
    void followsLinksInTheHeader() throws InterruptedException {
        server.then(
                status(
                        200,
                        "{\"items\":[{\"id\":1}]}",
                        "Link",
                        "</a,b>; title=\"x, y\"; rel=\"prev\", </feed?page=2>; rel=\"last next\""),
                page("{\"items\":[{\"id\":2}]}"));

        assertThat(round("page: {type: link, next: header}").bodies()).hasSize(2);
        assertThat(server.requests).containsExactly("/feed", "/feed?page=2");
    }

    @Test
    void aLinkToAnotherHostIsNotFollowedAndThePageIsKept() throws InterruptedException {
        server.then(page("{\"items\":[{\"id\":1}],\"next\":\"http://169.254.0.1/\"}"));
        Reading reading = reading("page: {type: link, next: $.next}", Map.of());

        reading.step();

        assertThat(reading.bodies()).hasSize(1);
        assertThatThrownBy(reading::step)
                .isInstanceOf(ChannelUnavailableException.class)
                .hasMessageContaining("another host, 169.254.0.1");
    }

    @Test
    void aPageThatNamesItselfEndsTheRound() throws InterruptedException {
        server.then(page("{\"items\":[{\"id\":1}],\"next\":\"/feed\"}"));

        assertThat(round("page: {type: link, next: $.next}").bodies()).hasSize(1);
        assertThat(server.requests).hasSize(1);
    }

    @Test
    void aCircleOfPagesEndsTheRound() throws InterruptedException {
        server.then(
                page("{\"items\":[{\"id\":1}],\"next\":\"b\"}"),
                page("{\"items\":[{\"id\":2}],\"next\":\"c\"}"),
                page("{\"items\":[{\"id\":3}],\"next\":\"b\"}"));

        assertThat(round("page: {type: cursor, next: $.next, param: at}").bodies()).hasSize(3);
        assertThat(server.requests).containsExactly("/feed", "/feed?at=b", "/feed?at=c");
    }

    @Test
    void aServerThatKnowsNoNumbersIsNotAskedForEver() throws InterruptedException {
        server.then(page("{\"items\":[{\"id\":1}]}"));

        round("page: {type: page, param: page}");

        assertThat(server.requests).hasSize(4).endsWith("/feed?page=4");
    }

    @Test
    void aRoundHasNoMorePagesThanItMay() throws InterruptedException {
        server.always(
                seen ->
                        page(
                                "{\"items\":[{\"id\":%1$s}],\"next\":\"%1$s\"}"
                                        .formatted(server.requests.size())));

        Reading reading = round("page: {type: cursor, next: $.next, param: at, most: 4}");

        assertThat(server.requests).hasSize(4);
        assertThat(
                        round(
                                        "page: {type: cursor, next: $.next, param: at, most: 4}",
                                        reading.cursor)
                                .bodies())
                .hasSize(4);
        assertThat(server.requests.get(4)).as("goes on where it was cut").isEqualTo("/feed?at=4");
    }

    @Test
    void anEmptyPageInTheMiddleIsNotTheEnd() throws InterruptedException {
        server.then(
                page("{\"items\":[],\"next\":\"b\",\"done\":false}"),
                page("{\"items\":[{\"id\":1}],\"next\":\"c\",\"done\":true}"));

        Reading reading =
                round(
                        "page: {type: cursor, next: $.next, param: at, until: $.done, stopAfterEmpty: 2}");

        assertThat(reading.bodies()).hasSize(1);
        assertThat(server.requests).hasSize(2);
    }

    @Test
    void goesOnWithinARoundAfterARestart() throws InterruptedException {
        server.then(
                page("{\"items\":[{\"id\":1}],\"next\":\"b\"}"), page("{\"items\":[{\"id\":2}]}"));
        String request = "page: {type: cursor, next: $.next, param: at}";
        Reading first = reading(request, Map.of());
        first.step();

        Reading second = reading(request, first.cursor).all();

        assertThat(server.requests).containsExactly("/feed", "/feed?at=b");
        assertThat(second.cursor.keySet()).noneMatch(key -> key.startsWith("round."));
    }

    @Test
    void beginsARoundAnewWhenItsPlaceIsNotKnownAnyMore() throws InterruptedException {
        server.then(status(400, ""), page("{\"items\":[{\"id\":1}]}"));

        Reading reading =
                round(
                        "page: {type: cursor, next: $.next, param: at}",
                        Map.of("round.next", "expired", "round.step", "700"));

        assertThat(reading.bodies()).hasSize(1);
        assertThat(server.requests).containsExactly("/feed?at=expired", "/feed");
    }

    @Test
    void keepsNoPlaceThatHoldsASecret() throws InterruptedException {
        server.then(page("{\"items\":[{\"id\":1}],\"next\":\"/feed?key=k3y&page=2\"}"));
        Reading reading = reading("page: {type: link, next: $.next}", Map.of());

        reading.step();

        assertThat(reading.cursor.toString()).doesNotContain("k3y").doesNotContain("round.next");
        reading.step();
        assertThat(server.requests.get(1)).isEqualTo("/feed?key=k3y&page=2");
        assertThat(reading.envelopes).noneMatch(each -> each.origin().contains("k3y"));
    }

    @Test
    void asksFromABoundaryThatLosesNothing() throws InterruptedException {
        server.then(page("{\"items\":[{\"id\":1,\"at\":\"2026-03-01T10:00:07.5Z\"}]}"));
        String exclusive = "cursor: {field: $.at, param: since}";
        String inclusive =
                "cursor: {field: $.at, param: since, inclusive: true, lookback: PT1H,"
                        + " granularity: 1m, format: epoch-millis}";

        Map<String, String> cursor = round(exclusive).cursor;
        round(exclusive, cursor);
        round(inclusive, cursor);

        assertThat(cursor).containsEntry("since", "1772359207.5");
        assertThat(server.requests)
                .containsExactly(
                        "/feed",
                        "/feed?since=2026-03-01T10%3A00%3A06Z",
                        "/feed?since=1772355600000");
    }

    @Test
    void aTimeInTheFutureDoesNotHideWhatComesBeforeIt() throws InterruptedException {
        server.then(
                page(
                        "{\"items\":[{\"id\":1,\"at\":\"2026-03-04T05:00:00Z\"},"
                                + "{\"id\":2,\"at\":\"2099-01-01T00:00:00Z\"},{\"id\":3,\"at\":\"?\"}]}"));

        assertThat(round("cursor: {field: $.at, param: since}").cursor)
                .containsEntry("since", "1772600400");
    }

    @Test
    void startsWhereItIsTold() throws InterruptedException {
        server.then(page("{\"items\":[]}"));

        round("cursor: {field: $.at, param: since, inclusive: true, start: P30D}");
        round("cursor: {kind: number, field: $.id, param: after, inclusive: true, start: '100'}");
        round(
                "cursor: {field: $.at, param: since, inclusive: true, format: epoch-seconds,"
                        + " start: 2026-01-01, startParam: start_time}");

        assertThat(server.requests)
                .containsExactly(
                        "/feed?since=2026-02-02T05%3A06%3A07Z",
                        "/feed?after=100", "/feed?start_time=1767225600");
    }

    @Test
    void stopsReadingADataFeedWhereItKnowsAll() throws InterruptedException {
        server.always(
                seen -> {
                    int number = Integer.parseInt(seen.param("page"));
                    return page(
                            "{\"items\":[{\"id\":%d,\"at\":\"2026-03-0%dT00:00:00Z\"}]}"
                                    .formatted(number, 4 - number));
                });
        String request =
                "page: {type: page, param: page, most: 3}\n"
                        + "cursor: {field: $.at, order: desc, dataFeed: true}";

        round(request, Map.of("since", "1772409600"));

        assertThat(server.requests).as("3, 2 and 1 March, known until the 2nd").hasSize(3);
        round(request, Map.of("since", "1772496000"));
        assertThat(server.requests).as("known until the 3rd").hasSize(5);
    }

    @Test
    void aFailureInTheMiddleOfADescendingRoundLeavesTheCursorAlone() throws InterruptedException {
        server.then(
                page("{\"items\":[{\"id\":9,\"at\":\"2026-03-03T00:00:00Z\"}],\"next\":\"b\"}"),
                page("{\"items\":[{\"id\":8,\"at\":\"2026-03-02T00:00:00Z\"}]}"));
        Reading reading =
                reading(
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
        server.then(
                page("{\"items\":[{\"id\":1}],\"after\":\"t1\",\"end\":false}"),
                page("{\"items\":[{\"id\":2}],\"after\":\"t2\",\"end\":true}"),
                page("{\"items\":[],\"after\":\"t2\",\"end\":true}"));
        String request =
                "page: {type: cursor, next: $.after, param: cursor, until: $.end}\n"
                        + "cursor: {kind: token, from: $.after, param: cursor, start: '7',"
                        + " startParam: start_time}";

        Reading reading = round(request);
        round(request, reading.cursor);

        assertThat(server.requests)
                .containsExactly("/feed?start_time=7", "/feed?cursor=t1", "/feed?cursor=t2");
    }

    @Test
    void unpacksAndRetriesWhatBreaksOff() throws InterruptedException {
        server.then(page("{\"items\":[{\"id\":"), packed("{\"items\":[{\"id\":1}]}"));

        Reading reading = round("timeout: 5s");

        assertThat(reading.bodies()).containsExactly("{\"items\":[{\"id\":1}]}");
        assertThat(server.seen.get(0).header("Accept-Encoding")).isEqualTo("gzip");
        assertThat(reading.pauses).hasSize(1);
    }

    @Test
    void handsOnWhatBreaksOffAgainAndAgain() throws InterruptedException {
        server.then(page("{\"items\":[{\"id\":"));

        assertThat(round("timeout: 5s").bodies()).containsExactly("{\"items\":[{\"id\":");
        assertThat(server.requests).hasSize(4);
    }

    @Test
    void readsNoMoreThanItMayAndUnpacksNoBomb() throws InterruptedException {
        String large = "{\"items\":[{\"id\":\"" + "x".repeat(100_000) + "\"}]}";
        server.then(page(large), packed(large));

        Reading plain = round("limits: {maxBody: 1KiB}");
        Reading packed = round("limits: {maxBody: 1KiB}");

        assertThat(plain.envelopes.get(0).payload()).hasSize(1024);
        assertThat(plain.envelopes.get(0).originalSize()).isEqualTo(large.length());
        assertThat(packed.envelopes.get(0).payload()).hasSize(1024);
        assertThat(packed.envelopes.get(0).originalSize()).isGreaterThan(1024);
    }

    @Test
    void postsWhereItIsWithinABody() throws InterruptedException {
        server.then(page("{\"items\":[{\"id\":5}]}"), page("{\"items\":[]}"));

        round(
                "method: POST\nbody: '{\"page\": ${page}, \"after\": \"${cursor}\"}'\n"
                        + "page: {type: page}\ncursor: {kind: number, field: $.id, order: asc}");

        assertThat(server.seen)
                .extracting(FakeServer.Seen::method, FakeServer.Seen::body)
                .contains(
                        org.assertj.core.groups.Tuple.tuple(
                                "POST", "{\"page\": 1, \"after\": \"0\"}"));
        assertThat(server.seen.get(0).header("Content-Type")).isEqualTo("application/json");
    }

    @Test
    void keepsWithinItsBudget() throws InterruptedException {
        server.then(page("{\"items\":[{\"id\":1}]}"));
        String request = "limits: {budget: 10/m}";
        Reading first = round(request);

        Reading second = reading(request, first.cursor);
        second.step();

        assertThat(server.requests).hasSize(1);
        assertThat(second.pauses)
                .singleElement()
                .satisfies(
                        pause ->
                                assertThat(pause)
                                        .isBetween(Duration.ofSeconds(5), Duration.ofSeconds(7)));
    }

    @Test
    void waitsAsLongAsAServersOwnHeaderAsks() throws InterruptedException {
        server.then(
                status(
                        429,
                        "",
                        "X-Rate-Limit-Reset",
                        Long.toString(Given.NOW.getEpochSecond() + 40)),
                page("{\"items\":[]}"));

        assertThat(round("limits: {retryAfter: X-Rate-Limit-Reset}").pauses)
                .containsExactly(Duration.ofSeconds(40));
    }

    @Test
    void tellsHowFarAnAscendingFeedIsBehind() throws InterruptedException {
        server.then(
                page("{\"items\":[{\"id\":1,\"at\":\"2026-03-04T03:06:07Z\"}],\"next\":\"b\"}"),
                page("{\"items\":[{\"id\":2,\"at\":\"2026-03-04T05:00:00Z\"}]}"));

        round(
                "page: {type: cursor, next: $.next, param: at}\n"
                        + "cursor: {field: $.at, order: asc, param: since}");

        assertThat(lags).containsExactly(Duration.ofHours(2), Duration.ZERO);
    }

    private Reading round(String request) throws InterruptedException {
        return round(request, Map.of());
    }

    private Reading round(String request, Map<String, String> cursor) throws InterruptedException {
        return reading(request, cursor).all();
    }

    private Reading reading(String request, Map<String, String> cursor) {
        return new Reading(
                PollFetcher.bounded(
                        Given.poll(
                                "url: " + server.url() + "/feed\n" + request,
                                Map.of("secret.key", "k3y")),
                        new HashMap<>(cursor),
                        Given.backoff(),
                        Given.CLOCK,
                        health),
                cursor);
    }
}
