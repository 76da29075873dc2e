package io.throughline.notify.deliver;

import static io.throughline.notify.send.FakeReceiver.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.throughline.alert.AlertState;
import io.throughline.alert.Direction;
import io.throughline.metrics.Meters;
import io.throughline.notify.address.AddressRules;
import io.throughline.notify.config.Notifications;
import io.throughline.notify.config.Receiver;
import io.throughline.notify.config.Target;
import io.throughline.notify.message.Alerts;
import io.throughline.notify.message.SampleAlert;
import io.throughline.notify.send.FakeReceiver;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Real receivers on loopback, real threads, the clock of the wall. */
class NotifierTest {

    private final Meters meters = new Meters();

    private static final String TOKEN = "Bearer s3cret-token";

    private final FakeReceiver web = FakeReceiver.start();
    private final FakeReceiver other = FakeReceiver.start();
    private final MemoryLog log = new MemoryLog();

    @AfterEach
    void close() {
        web.close();
        other.close();
    }

    @Test
    void everyKindOfReceiverGetsItsForm() throws IOException {
        try (Notifier notifier =
                start(
                        new FakeFeed(SampleAlert.drop()),
                        receiver("hook", Target.Format.WEBHOOK, web, "/hook"),
                        receiver("chat", Target.Format.SLACK, web, "/chat"),
                        receiver("am", Target.Format.ALERTMANAGER, web, "/api/v2/alerts"))) {
            await().until(() -> web.got().size() == 3);
            assertThat(notifier.failure()).isEmpty();
        }

        JsonNode hook = body("/hook");
        assertThat(hook.path("version").asText()).isEqualTo("4");
        assertThat(hook.path("receiver").asText()).isEqualTo("hook");
        JsonNode chat = body("/chat");
        assertThat(chat.path("blocks").size()).isGreaterThan(5);
        JsonNode am = body("/api/v2/alerts");
        assertThat(am.get(0).at("/labels/alertname").asText()).isEqualTo("sentiment-drop");
        assertThat(web.got())
                .allSatisfy(
                        got -> {
                            assertThat(got.header("Authorization")).isEqualTo(TOKEN);
                            assertThat(got.header("Idempotency-Key")).isNotBlank();
                        });
        assertThat(log.all()).hasSize(3);
    }

    @Test
    void oneSlowReceiverHoldsNobodyUp() {
        CountDownLatch over = new CountDownLatch(1);
        web.answering(exchange -> over.await());
        try (Notifier notifier =
                start(
                        new FakeFeed(SampleAlert.drop()),
                        receiver("slow", Target.Format.SLACK, web, "/slow"),
                        receiver("quick", Target.Format.SLACK, other, "/quick"))) {
            await().until(() -> web.got().size() == 1);
            await().until(() -> other.got().size() == 1 && log.all().size() == 1);
            assertThat(notifier.failure()).isEmpty();
            over.countDown();
        }
    }

    @Test
    void comesAgainUntilItIsTaken() {
        web.answering(status(500), status(503, "Retry-After", "0"));
        try (Notifier notifier =
                start(
                        new FakeFeed(SampleAlert.drop()),
                        receiver("chat", Target.Format.SLACK, web, "/chat"))) {
            await().until(() -> log.all().size() == 1);
            assertThat(notifier.failure()).isEmpty();
        }

        assertThat(web.got()).hasSize(3);
        assertThat(log.all().get(0).attempts()).isEqualTo(3);
        assertThat(meters.text())
                .contains("notify_attempts_total{receiver=\"chat\",outcome=\"failed\"} 2\n")
                .contains("notify_attempts_total{receiver=\"chat\",outcome=\"delivered\"} 1\n")
                .contains("notify_attempts_total{receiver=\"chat\",outcome=\"refused\"} 0\n")
                .contains("notify_messages_total{receiver=\"chat\",outcome=\"delivered\"} 1\n")
                .contains("notify_messages_total{receiver=\"chat\",outcome=\"given-up\"} 0\n")
                .contains("notify_attempt_seconds_count{receiver=\"chat\"} 3\n");
        assertThat(web.got().stream().map(got -> got.header("Idempotency-Key")).distinct())
                .hasSize(1);
    }

    @Test
    void countsAlertsByStateWhileItReadsTheTopicAndSaysNothingElse() {
        FakeFeed feed = new FakeFeed(SampleAlert.drop());
        try (Notifier notifier = start(feed, receiver("chat", Target.Format.SLACK, web, "/chat"))) {
            await().until(() -> meters.text().contains("notify_alerts{state=\"firing\"} 1\n"));
            feed.put(Alerts.change(Alerts.in(AlertState.RESOLVED), copy -> copy.version(9)));
            await().until(() -> meters.text().contains("notify_alerts{state=\"firing\"} 0\n"));
            assertThat(notifier.failure()).isEmpty();
        }

        assertThat(meters.text()).doesNotContain("notify_alerts{");
    }

    @Test
    void aRestartTellsOnlyWhatIsNew() {
        Receiver chat = receiver("chat", Target.Format.SLACK, web, "/chat");
        try (Notifier first = start(new FakeFeed(SampleAlert.drop()), chat)) {
            await().until(() -> log.all().size() == 1);
            assertThat(first.failure()).isEmpty();
        }
        FakeFeed feed = new FakeFeed(SampleAlert.drop());
        try (Notifier second = start(feed, chat)) {
            feed.put(Alerts.change(Alerts.in(AlertState.RESOLVED), copy -> copy.version(9)));
            await().until(() -> web.got().size() == 2);
            assertThat(second.failure()).isEmpty();
        }

        assertThat(web.got().get(1).body()).contains("Over:");
    }

    @Test
    void whatBeganAndEndedMeanwhileIsToldToNobody() {
        FakeFeed feed = new FakeFeed(SampleAlert.drop(), Alerts.in(AlertState.RESOLVED));
        try (Notifier notifier = start(feed, receiver("chat", Target.Format.SLACK, web, "/chat"))) {
            feed.put(Alerts.change(Alerts.surge(), copy -> copy.named("surge")));
            await().until(() -> web.got().size() == 1);
            assertThat(notifier.failure()).isEmpty();
        }

        assertThat(web.got().get(0).body()).contains("Far more feedback").doesNotContain("Over:");
    }

    @Test
    void stopsWhenAnotherProcessDelivers() {
        log.troubledBy(new LogTakenException(new IllegalStateException("fenced")));
        try (Notifier notifier =
                start(
                        new FakeFeed(SampleAlert.drop()),
                        receiver("chat", Target.Format.SLACK, web, "/chat"))) {
            await().until(() -> notifier.failure().isPresent());
            assertThat(notifier.failure().orElseThrow()).isInstanceOf(LogTakenException.class);
        }
    }

    private JsonNode body(String path) throws IOException {
        String body =
                web.got().stream()
                        .filter(got -> got.path().equals(path))
                        .findFirst()
                        .orElseThrow()
                        .body();
        return new ObjectMapper().readTree(body);
    }

    private Notifier start(AlertFeed feed, Receiver... receivers) {
        List<String> ids = List.of(receivers).stream().map(Receiver::id).toList();
        return Notifier.start(
                new Notifications(
                        List.of(receivers),
                        Map.of("default", ids),
                        Optional.empty(),
                        Optional.empty()),
                feed,
                log,
                Clock.systemUTC(),
                new DeliveryMetrics(meters));
    }

    private static Receiver receiver(
            String id, Target.Format format, FakeReceiver at, String path) {
        return new Receiver(
                id,
                new Target.Web(
                        format, at.url(path), Map.of("Authorization", TOKEN), AddressRules.PRIVATE),
                EnumSet.allOf(Direction.class),
                true,
                Receiver.REPEAT_EVERY,
                Duration.ZERO,
                Optional.empty());
    }
}
