package io.throughline.fetch.poll;

import static io.throughline.fetch.FakeServer.page;
import static io.throughline.fetch.FakeServer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.fetch.Reading;
import io.throughline.fetch.http.ChannelUnavailableException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How a round goes from page to page, and where it ends. */
class PagesTest {

    private final Rounds rounds = new Rounds();

    @AfterEach
    void stop() {
        rounds.close();
    }

    @Test
    void followsLinksInThePage() throws InterruptedException {
        rounds.server.then(
                page("{\"items\":[{\"id\":1}],\"links\":{\"next\":\"/more?token=a%20b\"}}"),
                page(
                        "{\"items\":[{\"id\":2}],\"links\":{\"next\":\""
                                + rounds.server.url()
                                + "/last\"}}"),
                page("{\"items\":[{\"id\":3}],\"links\":{}}"));

        assertThat(rounds.round("page: {type: link, next: $.links.next}").bodies()).hasSize(3);
        assertThat(rounds.server.requests).containsExactly("/feed", "/more?token=a%20b", "/last");
    }

    @Test
    void followsLinksInTheHeader() throws InterruptedException {
        rounds.server.then(
                status(
                        200,
                        "{\"items\":[{\"id\":1}]}",
                        "Link",
                        "</a,b>; title=\"x, y\"; rel=\"prev\", </feed?page=2>; rel=\"last next\""),
                page("{\"items\":[{\"id\":2}]}"));

        assertThat(rounds.round("page: {type: link, next: header}").bodies()).hasSize(2);
        assertThat(rounds.server.requests).containsExactly("/feed", "/feed?page=2");
    }

    @Test
    void aLinkToAnotherHostIsNotFollowedAndThePageIsKept() throws InterruptedException {
        rounds.server.then(page("{\"items\":[{\"id\":1}],\"next\":\"http://169.254.0.1/\"}"));
        Reading reading = rounds.reading("page: {type: link, next: $.next}", Map.of());

        reading.step();

        assertThat(reading.bodies()).hasSize(1);
        assertThatThrownBy(reading::step)
                .isInstanceOf(ChannelUnavailableException.class)
                .hasMessageContaining("another host, 169.254.0.1");
    }

    @Test
    void aPageThatNamesItselfEndsTheRound() throws InterruptedException {
        rounds.server.then(page("{\"items\":[{\"id\":1}],\"next\":\"/feed\"}"));

        assertThat(rounds.round("page: {type: link, next: $.next}").bodies()).hasSize(1);
        assertThat(rounds.server.requests).hasSize(1);
    }

    @Test
    void aCircleOfPagesEndsTheRound() throws InterruptedException {
        rounds.server.then(
                page("{\"items\":[{\"id\":1}],\"next\":\"b\"}"),
                page("{\"items\":[{\"id\":2}],\"next\":\"c\"}"),
                page("{\"items\":[{\"id\":3}],\"next\":\"b\"}"));

        assertThat(rounds.round("page: {type: cursor, next: $.next, param: at}").bodies())
                .hasSize(3);
        assertThat(rounds.server.requests).containsExactly("/feed", "/feed?at=b", "/feed?at=c");
    }

    @Test
    void aServerThatKnowsNoNumbersIsNotAskedForEver() throws InterruptedException {
        rounds.server.then(page("{\"items\":[{\"id\":1}]}"));

        rounds.round("page: {type: page, param: page}");

        assertThat(rounds.server.requests).hasSize(4).endsWith("/feed?page=4");
    }

    @Test
    void aRoundHasNoMorePagesThanItMay() throws InterruptedException {
        rounds.server.always(
                seen ->
                        page(
                                "{\"items\":[{\"id\":%1$s}],\"next\":\"%1$s\"}"
                                        .formatted(rounds.server.requests.size())));

        Reading reading = rounds.round("page: {type: cursor, next: $.next, param: at, most: 4}");

        assertThat(rounds.server.requests).hasSize(4);
        assertThat(
                        rounds.round(
                                        "page: {type: cursor, next: $.next, param: at, most: 4}",
                                        reading.cursor)
                                .bodies())
                .hasSize(4);
        assertThat(rounds.server.requests.get(4))
                .as("goes on where it was cut")
                .isEqualTo("/feed?at=4");
    }

    @Test
    void anEmptyPageInTheMiddleIsNotTheEnd() throws InterruptedException {
        rounds.server.then(
                page("{\"items\":[],\"next\":\"b\",\"done\":false}"),
                page("{\"items\":[{\"id\":1}],\"next\":\"c\",\"done\":true}"));

        Reading reading =
                rounds.round(
                        "page: {type: cursor, next: $.next, param: at, until: $.done, stopAfterEmpty: 2}");

        assertThat(reading.bodies()).hasSize(1);
        assertThat(rounds.server.requests).hasSize(2);
    }

    @Test
    void goesOnWithinARoundAfterARestart() throws InterruptedException {
        rounds.server.then(
                page("{\"items\":[{\"id\":1}],\"next\":\"b\"}"), page("{\"items\":[{\"id\":2}]}"));
        String request = "page: {type: cursor, next: $.next, param: at}";
        Reading first = rounds.reading(request, Map.of());
        first.step();

        Reading second = rounds.reading(request, first.cursor).all();

        assertThat(rounds.server.requests).containsExactly("/feed", "/feed?at=b");
        assertThat(second.cursor.keySet()).noneMatch(key -> key.startsWith("round."));
    }

    @Test
    void beginsARoundAnewWhenItsPlaceIsNotKnownAnyMore() throws InterruptedException {
        rounds.server.then(status(400, ""), page("{\"items\":[{\"id\":1}]}"));

        Reading reading =
                rounds.round(
                        "page: {type: cursor, next: $.next, param: at}",
                        Map.of("round.next", "expired", "round.step", "700"));

        assertThat(reading.bodies()).hasSize(1);
        assertThat(rounds.server.requests).containsExactly("/feed?at=expired", "/feed");
    }

    @Test
    void keepsNoPlaceThatHoldsASecret() throws InterruptedException {
        rounds.server.then(page("{\"items\":[{\"id\":1}],\"next\":\"/feed?key=k3y&page=2\"}"));
        Reading reading = rounds.reading("page: {type: link, next: $.next}", Map.of());

        reading.step();

        assertThat(reading.cursor.toString()).doesNotContain("k3y").doesNotContain("round.next");
        reading.step();
        assertThat(rounds.server.requests.get(1)).isEqualTo("/feed?key=k3y&page=2");
        assertThat(reading.envelopes).noneMatch(each -> each.origin().contains("k3y"));
    }
}
