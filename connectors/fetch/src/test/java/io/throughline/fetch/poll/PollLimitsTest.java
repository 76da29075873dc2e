package io.throughline.fetch.poll;

import static io.throughline.fetch.FakeServer.packed;
import static io.throughline.fetch.FakeServer.page;
import static io.throughline.fetch.FakeServer.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.fetch.FakeServer;
import io.throughline.fetch.Given;
import io.throughline.fetch.Reading;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Bodies, budgets and the time that a server asks for. */
class PollLimitsTest {

    private final Rounds rounds = new Rounds();

    @AfterEach
    void stop() {
        rounds.close();
    }

    @Test
    void unpacksAndRetriesWhatBreaksOff() throws InterruptedException {
        rounds.server.then(page("{\"items\":[{\"id\":"), packed("{\"items\":[{\"id\":1}]}"));

        Reading reading = rounds.round("timeout: 5s");

        assertThat(reading.bodies()).containsExactly("{\"items\":[{\"id\":1}]}");
        assertThat(rounds.server.seen.get(0).header("Accept-Encoding")).isEqualTo("gzip");
        assertThat(reading.pauses).hasSize(1);
    }

    @Test
    void handsOnWhatBreaksOffAgainAndAgain() throws InterruptedException {
        rounds.server.then(page("{\"items\":[{\"id\":"));

        assertThat(rounds.round("timeout: 5s").bodies()).containsExactly("{\"items\":[{\"id\":");
        assertThat(rounds.server.requests).hasSize(4);
    }

    @Test
    void readsNoMoreThanItMayAndUnpacksNoBomb() throws InterruptedException {
        String large = "{\"items\":[{\"id\":\"" + "x".repeat(100_000) + "\"}]}";
        rounds.server.then(page(large), packed(large));

        Reading plain = rounds.round("limits: {maxBody: 1KiB}");
        Reading packed = rounds.round("limits: {maxBody: 1KiB}");

        assertThat(plain.envelopes.get(0).payload()).hasSize(1024);
        assertThat(plain.envelopes.get(0).originalSize()).isEqualTo(large.length());
        assertThat(packed.envelopes.get(0).payload()).hasSize(1024);
        assertThat(packed.envelopes.get(0).originalSize()).isGreaterThan(1024);
    }

    @Test
    void postsWhereItIsWithinABody() throws InterruptedException {
        rounds.server.then(page("{\"items\":[{\"id\":5}]}"), page("{\"items\":[]}"));

        rounds.round(
                "method: POST\nbody: '{\"page\": ${page}, \"after\": \"${cursor}\"}'\n"
                        + "page: {type: page}\ncursor: {kind: number, field: $.id, order: asc}");

        assertThat(rounds.server.seen)
                .extracting(FakeServer.Seen::method, FakeServer.Seen::body)
                .contains(
                        org.assertj.core.groups.Tuple.tuple(
                                "POST", "{\"page\": 1, \"after\": \"0\"}"));
        assertThat(rounds.server.seen.get(0).header("Content-Type")).isEqualTo("application/json");
    }

    @Test
    void keepsWithinItsBudget() throws InterruptedException {
        rounds.server.then(page("{\"items\":[{\"id\":1}]}"));
        String request = "limits: {budget: 10/m}";
        Reading first = rounds.round(request);

        Reading second = rounds.reading(request, first.cursor);
        second.step();

        assertThat(rounds.server.requests).hasSize(1);
        assertThat(second.pauses)
                .singleElement()
                .satisfies(
                        pause ->
                                assertThat(pause)
                                        .isBetween(Duration.ofSeconds(5), Duration.ofSeconds(7)));
    }

    @Test
    void waitsAsLongAsAServersOwnHeaderAsks() throws InterruptedException {
        rounds.server.then(
                status(
                        429,
                        "",
                        "X-Rate-Limit-Reset",
                        Long.toString(Given.NOW.getEpochSecond() + 40)),
                page("{\"items\":[]}"));

        assertThat(rounds.round("limits: {retryAfter: X-Rate-Limit-Reset}").pauses)
                .containsExactly(Duration.ofSeconds(40));
    }
}
