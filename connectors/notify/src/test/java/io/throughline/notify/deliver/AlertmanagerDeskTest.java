package io.throughline.notify.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.alert.AlertState;
import io.throughline.notify.address.AddressRules;
import io.throughline.notify.config.Notifications;
import io.throughline.notify.config.Receiver;
import io.throughline.notify.config.Target;
import io.throughline.notify.message.Alerts;
import io.throughline.notify.message.SampleAlert;
import io.throughline.notify.send.Outcome.Result;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AlertmanagerDeskTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final MutableClock clock = new MutableClock("2026-03-04T10:36:00Z");
    private final FakeCourier courier = new FakeCourier();
    private final MemoryLog log = new MemoryLog();
    private AlertmanagerDesk desk = desk();

    private AlertmanagerDesk desk() {
        Receiver receiver =
                Receiver.of(
                        "am",
                        new Target.Web(
                                Target.Format.ALERTMANAGER,
                                URI.create("https://am.example/api/v2/alerts"),
                                Map.of(),
                                AddressRules.PUBLIC));
        return new AlertmanagerDesk(
                new Counter(
                        receiver,
                        new Notifications(
                                List.of(receiver),
                                Map.of("default", List.of("am")),
                                Optional.empty(),
                                Optional.empty()),
                        courier,
                        new Ledger("am", log, log.all()),
                        new Pauses(new Random(1)),
                        clock));
    }

    @Test
    void isToldAtOnceAndEveryMinuteWhileItLasts() throws InterruptedException {
        desk.put(SampleAlert.drop());
        assertThat(desk.work()).isEqualTo(clock.instant().plus(MINUTE));
        assertThat(courier.sent()).containsExactly("sentiment-drop firing change");

        clock.go(MINUTE);
        desk.work();

        assertThat(courier.sent()).hasSize(1);
        assertThat(log.all()).hasSize(1);
    }

    @Test
    void isToldOfTheEndForFiveMinutesMore() throws InterruptedException {
        desk.put(SampleAlert.drop());
        desk.work();
        courier.sent();
        desk.put(Alerts.in(AlertState.RESOLVED));

        int told = 0;
        for (int minute = 0; minute < 20; minute++) {
            desk.work();
            told += courier.sent().size();
            clock.go(MINUTE);
        }

        assertThat(told).isEqualTo(5);
    }

    @Test
    void isToldOfTheEndForTheRestOfTheFiveMinutesAfterARestart() throws InterruptedException {
        desk.put(SampleAlert.drop());
        desk.work();
        desk.put(Alerts.in(AlertState.RESOLVED));
        desk.work();
        clock.go(MINUTE.multipliedBy(3));
        courier.sent();
        desk = desk();
        desk.put(Alerts.in(AlertState.RESOLVED));

        desk.work();
        assertThat(courier.sent()).containsExactly("sentiment-drop resolved change");
        clock.go(MINUTE.multipliedBy(3));
        desk.work();
        assertThat(courier.sent()).isEmpty();
    }

    @Test
    void isNotToldOfWhatEndedBefore() throws InterruptedException {
        desk.put(Alerts.in(AlertState.RESOLVED));
        desk.put(Alerts.change(Alerts.in(AlertState.NO_DATA), copy -> copy.named("other")));
        desk.work();

        assertThat(courier.sent()).isEmpty();
    }

    @Test
    void comesAgainSoonAfterAFailureAndAsAskedTo() throws InterruptedException {
        courier.nextAfter(Duration.ofSeconds(90));
        desk.put(SampleAlert.drop());

        assertThat(desk.work()).isEqualTo(clock.instant().plusSeconds(90));
        clock.go(Duration.ofSeconds(89));
        desk.work();
        assertThat(courier.sent()).hasSize(1);
        clock.go(Duration.ofSeconds(1));
        desk.work();
        assertThat(courier.sent()).hasSize(1);
    }

    @Test
    void aRefusalIsNotedAndMendedWhenItIsTaken() throws InterruptedException {
        courier.next(Result.REFUSED);
        desk.put(SampleAlert.drop());
        desk.work();
        assertThat(log.all()).singleElement().satisfies(t -> assertThat(t.failure()).isNotNull());

        clock.go(MINUTE);
        desk.work();

        assertThat(log.all())
                .singleElement()
                .satisfies(
                        told -> {
                            assertThat(told.failure()).isNull();
                            assertThat(told.known()).isTrue();
                        });
    }
}
