package io.throughline.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReplayTest {

    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");
    private static final byte[] BODY = Samples.json("slow");

    private final MovableClock clock = new MovableClock();
    private Gateway gateway;

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void aCopyOfWhatKafkaHasIsAnsweredAndNotPublishedAgain() {
        FakePublisher publisher = FakePublisher.acknowledging();
        Sender sender = start(publisher);
        String[] headers = Samples.slackHeaders(BODY, NOW);

        assertThat(sender.post(Samples.SLACK_PATH, BODY, headers).statusCode()).isEqualTo(202);
        assertThat(sender.post(Samples.SLACK_PATH, BODY, headers).statusCode()).isEqualTo(200);

        assertThat(publisher.published).hasSize(1);
        assertThat(sender.get("/metrics").body())
                .contains("gateway_replays_total{channel=\"slack\"} 1\n");
    }

    @Test
    void aCopyOfWhatKafkaRefusedIsPublished() {
        FakePublisher publisher = FakePublisher.failing(new IllegalStateException("down"));
        Sender sender = start(publisher);
        String[] headers = Samples.slackHeaders(BODY, NOW);

        assertThat(sender.post(Samples.SLACK_PATH, BODY, headers).statusCode()).isEqualTo(503);
        assertThat(sender.post(Samples.SLACK_PATH, BODY, headers).statusCode()).isEqualTo(503);

        assertThat(publisher.published).hasSize(2);
    }

    @Test
    void aCopyOfWhatKafkaHasNotAnsweredYetGoesOnAsIfItWereTheFirst() {
        CompletableFuture<Void> acknowledged = new CompletableFuture<>();
        FakePublisher publisher = FakePublisher.answering(acknowledged);
        Sender sender = start(publisher);
        String[] headers = Samples.slackHeaders(BODY, NOW);

        var first = sender.postAsync(Samples.SLACK_PATH, BODY, headers);
        var second = sender.postAsync(Samples.SLACK_PATH, BODY, headers);
        Awaitility.await().until(() -> publisher.published.size() == 2);
        acknowledged.complete(null);

        assertThat(first.join().statusCode()).isEqualTo(202);
        assertThat(second.join().statusCode()).isEqualTo(202);
    }

    @Test
    void theSameWordsSignedAtAnotherTimeAreAnotherRequest() {
        FakePublisher publisher = FakePublisher.acknowledging();
        Sender sender = start(publisher);

        sender.post(Samples.SLACK_PATH, BODY, Samples.slackHeaders(BODY, NOW));
        sender.post(Samples.SLACK_PATH, BODY, Samples.slackHeaders(BODY, NOW.minusSeconds(1)));

        assertThat(publisher.published).hasSize(2);
    }

    @Test
    void aCopyIsRefusedWhenItsTimeIsOver() {
        FakePublisher publisher = FakePublisher.acknowledging();
        Sender sender = start(publisher);
        String[] headers = Samples.slackHeaders(BODY, NOW);

        sender.post(Samples.SLACK_PATH, BODY, headers);
        clock.now = NOW.plusSeconds(301);

        assertThat(sender.post(Samples.SLACK_PATH, BODY, headers).statusCode()).isEqualTo(401);
        assertThat(publisher.published).hasSize(1);
    }

    private Sender start(FakePublisher publisher) {
        gateway =
                Gateway.start(
                        GatewaySettings.DEFAULT.timeouts(
                                Duration.ofSeconds(5), Duration.ofSeconds(5)),
                        Samples.all(),
                        publisher,
                        clock);
        return new Sender(gateway);
    }

    /** A clock that the test sets. */
    private static final class MovableClock extends Clock {

        private volatile Instant now = NOW;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
