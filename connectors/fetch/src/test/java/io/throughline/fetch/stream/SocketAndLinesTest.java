package io.throughline.fetch.stream;

import static io.throughline.fetch.FakeServer.events;
import static io.throughline.fetch.FakeServer.eventsThenDrop;
import static io.throughline.fetch.FakeServer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.channels.definition.Limits;
import io.throughline.fetch.Failure;
import io.throughline.fetch.FakeServer;
import io.throughline.fetch.FakeSocketServer;
import io.throughline.fetch.Given;
import io.throughline.fetch.HealthListener;
import io.throughline.fetch.Reading;
import io.throughline.fetch.http.ChannelUnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class SocketAndLinesTest {

    private static final String RESUME = "resume: {param: cursor, from: $.time_us, minus: 5}";

    private final FakeSocketServer sockets = FakeSocketServer.start();
    private final FakeServer server = FakeServer.start();
    private final List<Failure> failures = new ArrayList<>();
    private final HealthListener health =
            new HealthListener() {
                @Override
                public void succeeded() {}

                @Override
                public void failed(Failure failure) {
                    failures.add(failure);
                }

                @Override
                public void behind(Duration lag) {}
            };

    @AfterEach
    void stop() {
        sockets.close();
        server.close();
    }

    @Test
    void putsFragmentsTogetherAndEndsWithTheStream() throws InterruptedException {
        sockets.then(
                wire ->
                        wire.text("{\"a\":\"caf\u00e9 one\"}", 4)
                                .ping()
                                .text("{\"a\":2}")
                                .bye(1000));

        Reading reading = bounded("").all();

        assertThat(reading.bodies()).containsExactly("{\"a\":\"café one\"}", "{\"a\":2}");
        assertThat(reading.envelopes.get(0).occurredAtSource()).isEqualTo("observed");
        Awaitility.await("pings are answered").until(() -> sockets.heard.contains("pong"));
    }

    @Test
    void subscribesAndProvesItself() throws InterruptedException {
        sockets.then(
                wire -> {
                    wire.hear();
                    wire.text("1").bye(1000);
                });

        bounded(
                        "subscribe: '{\"token\": \"${secret.token}\"}'\n"
                                + "auth: {type: bearer, token: '${secret.token}'}")
                .all();

        assertThat(sockets.heard).contains("{\"token\": \"t0k3n\"}");
        assertThat(sockets.heads.get(0)).contains("Authorization: Bearer t0k3n");
    }

    @Test
    void goesOnShortlyBeforeTheLastMessageAfterABreak() throws InterruptedException {
        sockets.then(wire -> wire.text("{\"time_us\":1000}").text("{\"time_us\":2000}").bye(1011));
        sockets.thenRefuse(503);
        sockets.then(wire -> wire.text("{\"time_us\":3000}").bye(1000));

        Reading reading = bounded(RESUME).all();

        assertThat(reading.bodies()).hasSize(3);
        assertThat(sockets.requests)
                .containsExactly("/subscribe", "/subscribe?cursor=1995", "/subscribe?cursor=1995");
        assertThat(reading.cursor).containsEntry("resume", "3000");
    }

    @Test
    void aPlaceThatIsRefusedIsAGapAndNoEndlessLoop() throws InterruptedException {
        sockets.thenRefuse(400);
        sockets.then(wire -> wire.text("{\"time_us\":9000}").bye(1000));

        Reading reading = bounded(RESUME, Map.of("resume", "7", "resume.at", "0")).all();

        assertThat(sockets.requests).containsExactly("/subscribe?cursor=2", "/subscribe");
        assertThat(reading.cursor).containsEntry("gaps", "1").containsEntry("resume", "9000");
        assertThat(failures).singleElement().satisfies(f -> assertThat(f.cause()).contains("gap"));
    }

    @Test
    void aRefusalWithoutAPlaceIsARefusal() {
        sockets.thenRefuse(400);

        assertThatThrownBy(() -> bounded(RESUME).all())
                .isInstanceOf(ChannelUnavailableException.class)
                .hasMessageContaining("status 400");
    }

    @Test
    void anErrorFrameAboutThePlaceIsAGap() throws InterruptedException {
        sockets.then(
                wire -> {
                    wire.text("{\"$type\":\"error\",\"error\":\"CursorTooOld\"}");
                    wire.listen();
                });
        sockets.then(wire -> wire.text("{\"time_us\":9000}").bye(1000));

        Reading reading = bounded(RESUME, Map.of("resume", "7", "resume.at", "0")).all();

        assertThat(sockets.requests).containsExactly("/subscribe?cursor=2", "/subscribe");
        assertThat(reading.cursor).containsEntry("gaps", "1");
        assertThat(reading.bodies()).as("nothing is hidden").hasSize(2);
    }

    @Test
    void anErrorFrameIsATroubleOfTheServer() throws InterruptedException {
        sockets.then(
                wire -> {
                    wire.text("{\"$type\":\"error\",\"error\":\"ConsumerTooSlow\"}");
                    wire.listen();
                });
        sockets.then(wire -> wire.text("{\"a\":1}").bye(1000));

        bounded("").all();

        assertThat(failures)
                .singleElement()
                .satisfies(f -> assertThat(f.cause()).isEqualTo("an error frame, ConsumerTooSlow"));
    }

    @Test
    void knowsWhenItWasAwayForTooLong() throws InterruptedException {
        sockets.then(wire -> wire.text("{\"time_us\":9000}").bye(1000));
        String window = "resume: {param: cursor, from: $.time_us, window: PT36H}";

        Reading reading =
                bounded(
                                window,
                                Map.of(
                                        "resume",
                                        "7",
                                        "resume.at",
                                        Long.toString(
                                                Given.NOW
                                                        .minus(Duration.ofHours(37))
                                                        .toEpochMilli())))
                        .all();

        assertThat(sockets.requests).containsExactly("/subscribe");
        assertThat(reading.cursor).containsEntry("gaps", "1");
    }

    @Test
    void pingsASilentServerAndLeavesADeadOne() throws InterruptedException {
        sockets.then(wire -> wire.text("{\"a\":1}").listen());
        sockets.then(wire -> wire.text("{\"a\":2}"));
        Reading reading = unbounded("heartbeat: 300ms");

        reading.until(1);
        while (!sockets.heard.contains("ping")) {
            reading.step();
        }

        assertThat(sockets.requests).as("its answers keep the connection").hasSize(1);
    }

    @Test
    void cutsAMessageThatIsTooLargeToCarry() throws InterruptedException {
        String large = "x".repeat(Limits.MAX_CARRIED + 10);
        sockets.then(wire -> wire.text(large, 3).bye(1000));

        Reading reading = bounded("heartbeat: 60s").all();

        assertThat(reading.envelopes.get(0).payload()).hasSize(Limits.CUT_TO);
        assertThat(reading.envelopes.get(0).originalSize()).isEqualTo(large.length());
    }

    @Test
    void linesAreMessagesAndBlankOnesAreNot() throws InterruptedException {
        server.then(
                eventsThenDrop("{\"a\":1}\r\n\r\n\r\n{\"a\":2}\n{\"a\":"),
                status(429, "", "Retry-After", "3"),
                events("\n{\"a\":3}\n"));

        Reading reading = lines("").all();

        assertThat(reading.bodies()).containsExactly("{\"a\":1}", "{\"a\":2}", "{\"a\":3}");
        assertThat(reading.pauses).contains(Duration.ofSeconds(3));
    }

    @Test
    void linesGoOnAfterTheLastRecord() throws InterruptedException {
        server.then(
                eventsThenDrop("{\"data\":{\"id\":\"7\"}}\n"),
                events("{\"data\":{\"id\":\"8\"}}\n"));

        lines("resume: {param: since_id, from: $.data.id}").all();

        assertThat(server.requests).containsExactly("/lines", "/lines?since_id=7");
    }

    private Reading bounded(String more) {
        return bounded(more, Map.of());
    }

    private Reading bounded(String more, Map<String, String> cursor) {
        StreamPlan plan = Given.stream(socket(more), Given.LONG);
        return new Reading(
                StreamFetcher.bounded(plan, cursor, Given.backoff(), Given.CLOCK, health), cursor);
    }

    private Reading unbounded(String more) {
        StreamPlan plan = Given.stream(socket(more), Given.LONG);
        return new Reading(
                StreamFetcher.unbounded(plan, Map.of(), Given.backoff(), Given.CLOCK, health),
                Map.of());
    }

    private String socket(String more) {
        return "protocol: websocket\nurl: " + sockets.url() + "/subscribe\n" + more;
    }

    private Reading lines(String more) {
        StreamPlan plan =
                Given.stream(
                        "protocol: ndjson\nurl: " + server.url() + "/lines\n" + more, Given.LONG);
        return new Reading(
                StreamFetcher.bounded(plan, Map.of(), Given.backoff(), Given.CLOCK, health),
                Map.of());
    }
}
