package io.throughline.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.model.RawEnvelope;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GatewayTest {

    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");
    private static final byte[] BODY = "{\"event_type\":\"form_response\"}".getBytes(UTF_8);

    private Gateway gateway;

    private Sender start(GatewaySettings settings, FakePublisher publisher) {
        gateway =
                Gateway.start(settings, Samples.all(), publisher, Clock.fixed(NOW, ZoneOffset.UTC));
        return new Sender(gateway);
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void publishesTheBytesUntouched() {
        FakePublisher publisher = FakePublisher.acknowledging();
        Sender sender = start(GatewaySettings.DEFAULT, publisher);

        HttpResponse<String> answer =
                sender.post(
                        Samples.PATH,
                        BODY,
                        Samples.HEADER,
                        Samples.sign(BODY),
                        "Content-Type",
                        "application/json",
                        "Authorization",
                        "Bearer not-to-be-kept");

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(publisher.published)
                .containsExactly(
                        new RawEnvelope(
                                "typeform",
                                NOW,
                                NOW,
                                "observed",
                                "gateway:/channels/typeform",
                                0,
                                Map.of("content-type", "application/json"),
                                -1,
                                BODY));
    }

    @Test
    void carriesTheHeadersThatTheChannelNames() {
        FakePublisher publisher = FakePublisher.acknowledging();
        Sender sender = start(GatewaySettings.DEFAULT, publisher);

        sender.post(
                Samples.OPEN_PATH,
                BODY,
                "ce-id",
                "a-1",
                "CE-Source",
                "/surveys",
                "X-Tenant",
                "seven",
                "X-Secret",
                "not-to-be-kept");

        assertThat(publisher.published.get(0).headers())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("ce-id", "a-1", "ce-source", "/surveys", "x-tenant", "seven"));
    }

    @Test
    void takesWhatIsNoJsonWhenItsSignatureIsGood() {
        FakePublisher publisher = FakePublisher.acknowledging();
        Sender sender = start(GatewaySettings.DEFAULT, publisher);
        byte[] cut = "{\"event_ty".getBytes(UTF_8);

        assertThat(sender.post(Samples.PATH, cut, Samples.HEADER, Samples.sign(cut)).statusCode())
                .isEqualTo(202);
        assertThat(publisher.published).hasSize(1);
    }

    @Test
    void answersOnlyAfterKafkaHasAcknowledged() {
        CompletableFuture<Void> acknowledged = new CompletableFuture<>();
        FakePublisher publisher = FakePublisher.answering(acknowledged);
        Sender sender = start(GatewaySettings.DEFAULT, publisher);

        CompletableFuture<HttpResponse<String>> answer =
                sender.postAsync(Samples.PATH, BODY, Samples.HEADER, Samples.sign(BODY));
        Awaitility.await().until(() -> !publisher.published.isEmpty());
        assertThat(answer)
                .as("an answer before the acknowledgement")
                .satisfies(
                        each ->
                                assertThat(each)
                                        .failsWithin(Duration.ofMillis(300))
                                        .withThrowableOfType(
                                                java.util.concurrent.TimeoutException.class));

        acknowledged.complete(null);
        assertThat(answer.join().statusCode()).isEqualTo(202);
    }

    @Test
    void asksToComeBackWhenKafkaRefuses() {
        Sender sender =
                start(
                        GatewaySettings.DEFAULT,
                        FakePublisher.failing(new IllegalStateException("broker down")));

        HttpResponse<String> answer =
                sender.post(Samples.PATH, BODY, Samples.HEADER, Samples.sign(BODY));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(answer.body()).doesNotContain("broker down");
    }

    @Test
    void asksToComeBackWhenKafkaDoesNotAnswerInTime() {
        Sender sender =
                start(
                        GatewaySettings.DEFAULT.timeouts(
                                Duration.ofMillis(100), Duration.ofMillis(100)),
                        FakePublisher.answering(new CompletableFuture<>()));

        assertThat(sender.post(Samples.PATH, BODY, Samples.HEADER, Samples.sign(BODY)).statusCode())
                .isEqualTo(503);
    }

    @Test
    void aLateAcknowledgementGivesThePlaceBack() {
        CompletableFuture<Void> acknowledged = new CompletableFuture<>();
        Sender sender =
                start(
                        GatewaySettings.DEFAULT
                                .limits(1024, 1)
                                .timeouts(Duration.ofMillis(100), Duration.ofMillis(100)),
                        FakePublisher.answering(acknowledged));
        String signature = Samples.sign(BODY);
        assertThat(sender.post(Samples.PATH, BODY, Samples.HEADER, signature).statusCode())
                .isEqualTo(503);
        assertThat(sender.post(Samples.PATH, BODY, Samples.HEADER, signature).statusCode())
                .as("the broker still has the first")
                .isEqualTo(429);

        acknowledged.complete(null);

        assertThat(sender.get("/health").body()).contains("\"inFlight\":0");
        assertThat(sender.post(Samples.PATH, BODY, Samples.HEADER, signature).statusCode())
                .isEqualTo(202);
    }

    @Test
    void refusesMoreThanItCanHold() {
        CompletableFuture<Void> acknowledged = new CompletableFuture<>();
        FakePublisher publisher = FakePublisher.answering(acknowledged);
        Sender sender = start(GatewaySettings.DEFAULT.limits(1024, 2), publisher);
        String signature = Samples.sign(BODY);
        CompletableFuture<HttpResponse<String>> first =
                sender.postAsync(Samples.PATH, BODY, Samples.HEADER, signature);
        CompletableFuture<HttpResponse<String>> second =
                sender.postAsync(Samples.PATH, BODY, Samples.HEADER, signature);
        Awaitility.await().until(() -> publisher.published.size() == 2);

        HttpResponse<String> third = sender.post(Samples.PATH, BODY, Samples.HEADER, signature);

        assertThat(third.statusCode()).isEqualTo(429);
        assertThat(third.headers().firstValue("Retry-After")).isPresent();
        acknowledged.complete(null);
        assertThat(first.join().statusCode()).isEqualTo(202);
        assertThat(second.join().statusCode()).isEqualTo(202);
        assertThat(sender.post(Samples.PATH, BODY, Samples.HEADER, signature).statusCode())
                .as("after places were given back")
                .isEqualTo(202);
    }

    @Test
    void finishesWhatIsUnderWayBeforeItCloses() {
        CompletableFuture<Void> acknowledged = new CompletableFuture<>();
        FakePublisher publisher = FakePublisher.answering(acknowledged);
        Sender sender = start(GatewaySettings.DEFAULT, publisher);
        CompletableFuture<HttpResponse<String>> answer =
                sender.postAsync(Samples.PATH, BODY, Samples.HEADER, Samples.sign(BODY));
        Awaitility.await().until(() -> !publisher.published.isEmpty());

        CompletableFuture<Void> closed = CompletableFuture.runAsync(gateway::close);
        assertThat(closed)
                .failsWithin(Duration.ofMillis(300))
                .withThrowableOfType(java.util.concurrent.TimeoutException.class);
        acknowledged.complete(null);

        assertThat(answer.join().statusCode()).isEqualTo(202);
        assertThat(closed).succeedsWithin(Duration.ofSeconds(10));
    }

    @Test
    void knowsItsPathsAndMethods() {
        Sender sender = start(GatewaySettings.DEFAULT, FakePublisher.acknowledging());

        assertThat(sender.post("/channels/unknown", BODY).statusCode()).isEqualTo(404);
        assertThat(sender.post("/elsewhere", BODY).statusCode()).isEqualTo(404);
        assertThat(sender.get(Samples.PATH).statusCode()).isEqualTo(405);
        assertThat(sender.get("/health").body()).isEqualTo("{\"status\":\"up\",\"inFlight\":0}");
    }
}
