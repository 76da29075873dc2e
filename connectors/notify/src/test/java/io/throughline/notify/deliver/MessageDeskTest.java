package io.throughline.notify.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.alert.Alert;
import io.throughline.alert.AlertState;
import io.throughline.alert.Direction;
import io.throughline.alert.Figures;
import io.throughline.alert.Handling;
import io.throughline.notify.address.AddressRules;
import io.throughline.notify.config.Notifications;
import io.throughline.notify.config.Receiver;
import io.throughline.notify.config.Target;
import io.throughline.notify.message.Alerts;
import io.throughline.notify.message.SampleAlert;
import io.throughline.notify.send.Outcome.Result;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MessageDeskTest {

    private static final Duration WAIT = Receiver.GROUP_WAIT;
    private static final Target TARGET =
            new Target.Web(
                    Target.Format.SLACK,
                    URI.create("https://chat.example/hook"),
                    Map.of(),
                    AddressRules.PUBLIC);

    private final MutableClock clock = new MutableClock("2026-03-04T10:36:00Z");
    private final FakeCourier courier = new FakeCourier();
    private final MemoryLog log = new MemoryLog();
    private Receiver receiver = Receiver.of("chat", TARGET);
    private Map<String, List<String>> owners = Map.of("claims-operations", List.of("chat"));
    private MessageDesk desk = desk();
    private long version = 1;

    private MessageDesk desk() {
        return new MessageDesk(
                new Counter(
                        receiver,
                        new Notifications(
                                List.of(receiver), owners, Optional.empty(), Optional.empty()),
                        courier,
                        new Ledger("chat", log, log.all()),
                        new Pauses(new Random(1)),
                        clock));
    }

    @Test
    void waitsForOthersOfTheStageAndTellsOnce() throws InterruptedException {
        desk.put(SampleAlert.drop());
        assertThat(desk.work()).isEqualTo(clock.instant().plus(WAIT));
        assertThat(courier.sent()).isEmpty();

        desk.put(surge());
        clock.go(WAIT);
        desk.work();

        assertThat(courier.sent())
                .containsExactly("sentiment-drop firing change + volume-surge firing change");
        assertThat(later(Duration.ofMinutes(10))).isEmpty();
    }

    @Test
    void stagesAreToldApart() throws InterruptedException {
        desk.put(SampleAlert.drop());
        desk.put(Alerts.change(surge(), copy -> copy.at("renewal")));
        desk.work();

        assertThat(later(WAIT)).hasSize(2);
    }

    @Test
    void everyChangeOfStateIsToldOnce() throws InterruptedException {
        told(SampleAlert.drop());

        assertThat(changes(AlertState.RECOVERING))
                .containsExactly("sentiment-drop recovering change");
        assertThat(changes(AlertState.FIRING)).containsExactly("sentiment-drop firing change");
        assertThat(changes(AlertState.RESOLVED)).containsExactly("sentiment-drop resolved change");
        assertThat(later(Duration.ofDays(2))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = AlertState.class,
            names = {"RESOLVED", "NO_DATA", "SUPPRESSED"})
    void whatNobodyHeardOfDoesNotEnd(AlertState state) throws InterruptedException {
        desk.put(Alerts.in(state));
        desk.work();

        assertThat(later(Duration.ofDays(1))).isEmpty();
        assertThat(log.all()).isEmpty();
    }

    @Test
    void whatEndsWhileItIsWaitedForIsToldToNobody() throws InterruptedException {
        desk.put(SampleAlert.drop());
        desk.work();
        desk.put(Alerts.in(AlertState.RESOLVED));

        assertThat(later(WAIT)).isEmpty();
    }

    @Test
    void endsAreLeftOutWhereNobodyWantsThem() throws InterruptedException {
        receiver =
                new Receiver(
                        "chat",
                        TARGET,
                        Set.of(Direction.values()),
                        false,
                        Receiver.REPEAT_EVERY,
                        WAIT,
                        Optional.empty());
        desk = desk();
        told(SampleAlert.drop());

        assertThat(changes(AlertState.RESOLVED)).isEmpty();
    }

    @Test
    void directionsThatAreNotWantedAreNotTold() throws InterruptedException {
        receiver =
                new Receiver(
                        "chat",
                        TARGET,
                        Set.of(Direction.DROP),
                        true,
                        Receiver.REPEAT_EVERY,
                        WAIT,
                        Optional.empty());
        desk = desk();
        desk.put(surge());
        desk.work();

        assertThat(later(WAIT)).isEmpty();
    }

    @Test
    void remindsEveryFourHoursUntilSomebodyTakesItUp() throws InterruptedException {
        told(SampleAlert.drop());

        assertThat(later(Duration.ofHours(4).minusSeconds(1))).isEmpty();
        clock.go(Duration.ofSeconds(1));
        desk.work();
        assertThat(later(WAIT)).containsExactly("sentiment-drop firing reminder");
        assertThat(later(Duration.ofHours(4))).isEmpty();
        assertThat(later(WAIT)).containsExactly("sentiment-drop firing reminder");

        put(copy -> copy.handling(acknowledged()));
        assertThat(later(Duration.ofDays(3))).isEmpty();
        assertThat(later(WAIT)).isEmpty();
    }

    @Test
    void looksAgainWhenAReminderIsDue() throws InterruptedException {
        told(SampleAlert.drop());
        Instant toldAt = clock.instant();
        clock.go(Duration.ofHours(4).minusSeconds(20));

        assertThat(desk.work()).isEqualTo(toldAt.plus(Duration.ofHours(4)));
    }

    @Test
    void escalationReachesTheSponsor() throws InterruptedException {
        owners = Map.of("chief-customer-officer", List.of("chat"));
        desk = desk();
        desk.put(SampleAlert.drop());
        desk.work();
        assertThat(later(WAIT)).isEmpty();

        put(copy -> copy.handling(escalated()));
        assertThat(later(WAIT)).containsExactly("sentiment-drop firing escalation");
        put(copy -> copy.in(AlertState.RESOLVED));
        assertThat(later(WAIT)).containsExactly("sentiment-drop resolved change");
    }

    @Test
    void theOwnerHearsOfAnEscalationToo() throws InterruptedException {
        told(SampleAlert.drop());

        put(copy -> copy.handling(escalated()));

        assertThat(later(WAIT)).containsExactly("sentiment-drop firing escalation");
        assertThat(later(Duration.ofHours(1))).isEmpty();
    }

    @Test
    void functionsThatNobodyNamedAreTheDefaults() throws InterruptedException {
        owners = Map.of("default", List.of("chat"), "somebody", List.of());
        desk = desk();
        desk.put(SampleAlert.drop());
        desk.work();

        assertThat(later(WAIT)).hasSize(1);
    }

    @Test
    void theFirstCorrectionIsTold() throws InterruptedException {
        told(SampleAlert.drop());

        put(copy -> copy.corrected(new Figures(.2, .3, .05, .15, 300, 200)));
        assertThat(later(WAIT)).containsExactly("sentiment-drop firing correction");
        put(copy -> copy.corrected(new Figures(.2, .31, .05, .15, 310, 200)));
        assertThat(later(WAIT)).isEmpty();
    }

    @Test
    void aRestartTellsNothingAgain() throws InterruptedException {
        told(SampleAlert.drop());
        desk = desk();
        desk.put(SampleAlert.drop());
        desk.work();

        assertThat(later(WAIT)).isEmpty();
        assertThat(changes(AlertState.RESOLVED)).containsExactly("sentiment-drop resolved change");
        desk = desk();
        desk.put(Alerts.in(AlertState.RESOLVED));
        desk.work();
        assertThat(later(WAIT)).isEmpty();
    }

    @Test
    void whatWasSentAndNotNotedIsSentAgainUnderTheSameKey() throws InterruptedException {
        log.troubledBy(new IllegalStateException("away"));
        told(SampleAlert.drop());
        log.troubledBy(null);
        desk = desk();
        desk.put(SampleAlert.drop());
        desk.work();

        assertThat(later(WAIT)).hasSize(1);
        assertThat(courier.keys()).hasSize(2);
        assertThat(courier.keys().get(0)).isEqualTo(courier.keys().get(1));
    }

    @Test
    void aLogThatIsAwayKeepsNobodyFromBeingToldAndIsMadeUpFor() throws InterruptedException {
        log.troubledBy(new IllegalStateException("away"));
        told(SampleAlert.drop());
        assertThat(later(Duration.ofMinutes(1))).isEmpty();
        assertThat(log.all()).isEmpty();

        log.troubledBy(null);
        desk.work();

        assertThat(log.all()).hasSize(1);
    }

    @Test
    void comesAgainWithPausesAndTellsHowThingsAreByThen() throws InterruptedException {
        courier.next(Result.FAILED).next(Result.FAILED);
        desk.put(SampleAlert.drop());
        desk.work();
        clock.go(WAIT);
        desk.work();
        desk.work();
        put(copy -> copy.in(AlertState.RECOVERING));
        clock.go(Duration.ofSeconds(5));
        desk.work();
        clock.go(Duration.ofSeconds(5));
        desk.work();

        assertThat(courier.sent())
                .containsExactly(
                        "sentiment-drop firing change",
                        "sentiment-drop recovering change",
                        "sentiment-drop recovering change");
        assertThat(log.all())
                .singleElement()
                .satisfies(told -> assertThat(told.attempts()).isEqualTo(3));
    }

    @Test
    void comesAgainWhenItIsAskedTo() throws InterruptedException {
        courier.nextAfter(Duration.ofMinutes(7));
        desk.put(SampleAlert.drop());
        desk.work();
        clock.go(WAIT);

        desk.work();
        assertThat(courier.sent()).hasSize(1);
        assertThat(later(Duration.ofMinutes(7).minusSeconds(1))).isEmpty();
        assertThat(later(Duration.ofSeconds(1))).hasSize(1);
    }

    @Test
    void whatIsRefusedIsKeptWithItsReasonAndTriedAgainAsAReminder() throws InterruptedException {
        courier.next(Result.REFUSED);
        told(SampleAlert.drop());

        assertThat(log.all())
                .singleElement()
                .satisfies(
                        told -> {
                            assertThat(told.failure()).isEqualTo("HTTP 418");
                            assertThat(told.known()).isFalse();
                        });
        assertThat(later(Duration.ofHours(4))).isEmpty();
        assertThat(later(WAIT)).containsExactly("sentiment-drop firing change");
    }

    @Test
    void whoWasNeverReachedDoesNotHearOfTheEnd() throws InterruptedException {
        courier.next(Result.REFUSED);
        told(SampleAlert.drop());

        assertThat(changes(AlertState.RESOLVED)).isEmpty();
    }

    @Test
    void givesUpAfterADay() throws InterruptedException {
        for (int i = 0; i < 5_000; i++) {
            courier.next(Result.FAILED);
        }
        desk.put(SampleAlert.drop());
        for (int minute = 0; minute < 25 * 60 && log.all().isEmpty(); minute++) {
            desk.work();
            clock.go(Duration.ofMinutes(1));
        }

        assertThat(log.all())
                .singleElement()
                .satisfies(told -> assertThat(told.failure()).isNotNull());
        assertThat(clock.instant()).isBetween("2026-03-05T10:36:00Z", "2026-03-05T10:50:00Z");
        assertThat(courier.sent().size()).isBetween(300, 1_400);
    }

    @Test
    void anOlderVersionChangesNothing() throws InterruptedException {
        told(Alerts.change(SampleAlert.drop(), copy -> copy.in(AlertState.RECOVERING).version(9)));
        desk.put(SampleAlert.drop());
        desk.work();

        assertThat(later(WAIT)).isEmpty();
    }

    @Test
    void heldBackAfterItWasToldIsToldOnceAndSoIsFiringAgain() throws InterruptedException {
        told(SampleAlert.drop());

        assertThat(changes(AlertState.SUPPRESSED))
                .containsExactly("sentiment-drop suppressed change");
        assertThat(changes(AlertState.FIRING)).containsExactly("sentiment-drop firing change");
    }

    private void told(Alert alert) throws InterruptedException {
        version = alert.version();
        desk.put(alert);
        desk.work();
        assertThat(later(WAIT)).hasSize(1);
    }

    private List<String> changes(AlertState state) throws InterruptedException {
        put(copy -> copy.in(state));
        return later(WAIT);
    }

    private void put(UnaryOperator<Alerts.Copy> change) throws InterruptedException {
        version++;
        desk.put(Alerts.change(SampleAlert.drop(), copy -> change.apply(copy).version(version)));
        desk.work();
    }

    private List<String> later(Duration after) throws InterruptedException {
        clock.go(after);
        desk.work();
        return courier.sent();
    }

    private static Alert surge() {
        return Alerts.change(Alerts.surge(), copy -> copy.named("surge-1"));
    }

    private static Handling acknowledged() {
        Instant at = Instant.parse("2026-03-04T19:00:00Z");
        return new Handling("ines", at, null, null, null, List.of(), false);
    }

    private static Handling escalated() {
        Instant at = Instant.parse("2026-03-05T10:35:00Z");
        return new Handling(null, null, null, at, null, List.of(), false);
    }
}
