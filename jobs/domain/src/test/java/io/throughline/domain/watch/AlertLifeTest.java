package io.throughline.domain.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.alert.Alert;
import io.throughline.alert.AlertRules;
import io.throughline.alert.AlertState;
import io.throughline.alert.DataFault;
import io.throughline.alert.Decision;
import io.throughline.alert.Direction;
import io.throughline.alert.Driver;
import io.throughline.alert.Figures;
import io.throughline.alert.Onset;
import io.throughline.alert.Ownership;
import io.throughline.domain.detect.Finding;
import io.throughline.domain.detect.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The life alone, told what a detector would say. */
class AlertLifeTest {

    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    private static final Figures FIGURES = new Figures(0.25, 0.5, 0.1, 0.4, 60, 60);

    private final AlertLife life = new AlertLife(Direction.DROP);
    private final World world = new World();
    private final List<Alert> told = new ArrayList<>();
    private int window;

    @Test
    void nothingIsToldOfWhatIsPending() {
        hear(Phase.QUIET, Phase.PENDING, Phase.PENDING, Phase.QUIET);

        assertThat(told).isEmpty();
    }

    @Test
    void anOrdinaryLife() {
        hear(Phase.FIRES, Phase.FIRING, Phase.FIRING, Phase.RECOVERING, Phase.RECOVERED);

        assertThat(states())
                .containsExactly(AlertState.FIRING, AlertState.RECOVERING, AlertState.RESOLVED);
        assertThat(told.get(2).resolvedAt()).isEqualTo(at(5));
        assertThat(life.open()).isFalse();
    }

    @Test
    void whatGoesBackAndForthIsHeldOpenAndToldOnce() {
        hear(Phase.FIRES, Phase.RECOVERING, Phase.FIRING, Phase.RECOVERING);
        int soFar = told.size();
        hear(Phase.FIRING, Phase.RECOVERING, Phase.FIRING, Phase.RECOVERED, Phase.QUIET);

        assertThat(told.get(soFar - 1).handling().flapping()).isTrue();
        assertThat(told.get(soFar - 1).state()).isEqualTo(AlertState.FIRING);
        assertThat(told).hasSize(soFar);

        hear(Phase.FIRES);
        assertThat(told).as("the same alert goes on").hasSize(soFar);
        for (int i = 0; i < 25; i++) {
            hear(Phase.QUIET);
        }
        assertThat(told.get(told.size() - 1).state()).isEqualTo(AlertState.RESOLVED);
        assertThat(told.get(told.size() - 1).handling().flapping()).isFalse();
        assertThat(told.stream().map(Alert::id).distinct()).hasSize(1);
    }

    @Test
    void whenItFiresAgainWhileHeldOpenItBeganWhenItBegan() {
        hear(Phase.FIRES, Phase.RECOVERING, Phase.FIRING, Phase.RECOVERING, Phase.FIRING);
        hear(Phase.RECOVERED);
        hear(Phase.FIRES, at(window));
        hear(Phase.FIRING);

        assertThat(told.get(told.size() - 1).onset().at()).isEqualTo(START);
    }

    @Test
    void whenItBeganKnownBetterTellsAnewWhatWouldEndIt() {
        hear(Phase.FIRES);
        hear(Phase.FIRING, START.minusSeconds(600));

        assertThat(told.get(0).resolution()).isEqualTo("Ends when all is well.");
        assertThat(told.get(1).resolution()).isEqualTo("Ends when all is as well as it was.");
        assertThat(told.get(1).onset().at()).isEqualTo(START.minusSeconds(600));
    }

    @Test
    void aNewLevelIsAcceptedWhileThereIsOne() {
        hear(Phase.FIRES);
        life.accept("ann", at(window), world);
        settle(at(window));

        assertThat(told.get(1).handling().acceptedBy()).isEqualTo("ann");
        assertThat(world.accepted).isEqualTo(1);
    }

    @Test
    void whereTheFormerLevelIsBackNothingIsAcceptedAndItHasEnded() {
        hear(Phase.FIRES, Phase.RECOVERING, Phase.FIRING, Phase.RECOVERING, Phase.FIRING);
        hear(Phase.RECOVERED);
        assertThat(life.open()).as("held open, as it went back and forth").isTrue();
        life.accept("ann", at(window), world);
        settle(at(window));

        Alert last = told.get(told.size() - 1);
        assertThat(last.state()).isEqualTo(AlertState.RESOLVED);
        assertThat(last.handling().acceptedBy()).isNull();
        assertThat(world.accepted).isZero();
    }

    @Test
    void silenceIsNoDataAndTheDetectorIsTold() {
        hear(Phase.FIRES);
        settle(START.plus(AlertRules.DEFAULT.noDataAfter()).plus(Duration.ofMinutes(5)));

        assertThat(states()).containsExactly(AlertState.FIRING, AlertState.NO_DATA);
        assertThat(world.ended).containsExactly(Direction.DROP);
    }

    @Test
    void whatASilenceHeldBackToItsEndIsNotResolvedBeforeAnybody() {
        world.silence = "s";
        hear(Phase.FIRES, Phase.FIRING, Phase.RECOVERING, Phase.RECOVERED);

        assertThat(states()).containsOnly(AlertState.SUPPRESSED);
        assertThat(told.get(told.size() - 1).resolvedAt()).isNotNull();
    }

    @Test
    void whatASilenceHeldBackLaterIsResolved() {
        hear(Phase.FIRES);
        world.silence = "s";
        hear(Phase.FIRING, Phase.RECOVERED);

        assertThat(states())
                .containsExactly(AlertState.FIRING, AlertState.SUPPRESSED, AlertState.RESOLVED);
    }

    @Test
    void whileAFaultLastsItWaitsForEvidenceBesideIt() {
        world.fault = fault(null);
        hear(Phase.FIRES, Phase.FIRING);
        assertThat(states()).containsExactly(AlertState.SUPPRESSED);

        world.stands = true;
        hear(Phase.FIRING);

        assertThat(states()).containsExactly(AlertState.SUPPRESSED, AlertState.FIRING);
        assertThat(told.get(1).firedAt()).isEqualTo(at(3));
        assertThat(told.get(1).handling().faults()).isEmpty();
    }

    @Test
    void whenTheFaultEndsWhatComesAfterItDecides() {
        world.fault = fault(null);
        hear(Phase.FIRES);
        world.fault = fault(at(2));
        hear(Phase.FIRING, Phase.FIRING);
        assertThat(states()).containsExactly(AlertState.SUPPRESSED);
        assertThat(told.get(0).handling().faults()).containsExactly("channel-stalled");
        assertThat(world.ended).isEmpty();

        world.stands = true;
        hear(Phase.FIRING);

        assertThat(states()).containsExactly(AlertState.SUPPRESSED, AlertState.FIRING);
    }

    @Test
    void whatOnlyAFaultMadeEndsSuppressedWithTheReturn() {
        world.fault = fault(null);
        hear(Phase.FIRES);
        world.fault = fault(at(2));
        hear(Phase.FIRING, Phase.RECOVERED);

        Alert last = told.get(told.size() - 1);
        assertThat(last.state()).isEqualTo(AlertState.SUPPRESSED);
        assertThat(last.resolvedAt()).isEqualTo(at(3));
        assertThat(last.handling().faults()).containsExactly("channel-stalled");
    }

    @Test
    void aFaultThatComesLaterHoldsNothingBack() {
        hear(Phase.FIRES);
        world.fault = fault(null);
        hear(Phase.FIRING);

        assertThat(states()).containsExactly(AlertState.FIRING);
    }

    @Test
    void escalationWaitsForWhatIsHeldBack() {
        world.silence = "s";
        hear(Phase.FIRES);
        Instant later = START.plus(AlertRules.DEFAULT.escalateAfter()).plus(Duration.ofHours(3));
        settle(later);
        assertThat(told.get(told.size() - 1).handling().escalatedAt()).isNull();

        world.silence = null;
        settle(later.plusSeconds(300));

        assertThat(told.get(told.size() - 1).handling().escalatedAt())
                .isEqualTo(later.plusSeconds(300));
    }

    @Test
    void figuresAreCorrectedAndKept() {
        hear(Phase.FIRES);
        Figures better = new Figures(0.25, 0.45, 0.1, 0.3, 70, 70);
        life.correct(FIGURES, List.of());
        settle(at(window));
        assertThat(told).hasSize(1);

        List<Driver> drivers = List.of(new Driver("phone", 70, 0.25, 0.45, 0.2));
        life.correct(better, drivers);
        settle(at(window));

        assertThat(told.get(1).corrected()).isEqualTo(better);
        assertThat(told.get(1).figures()).isEqualTo(FIGURES);
        assertThat(told.get(1).drivers()).isEqualTo(drivers);
    }

    private List<AlertState> states() {
        return told.stream().map(Alert::state).toList();
    }

    private void hear(Phase... phases) {
        for (Phase phase : phases) {
            hear(phase, phase == Phase.FIRES ? START : null);
        }
    }

    private void hear(Phase phase, Instant onset) {
        boolean fires = phase == Phase.FIRES;
        window++;
        life.evidence(at(window));
        life.hear(
                new Finding(
                        Direction.DROP,
                        phase,
                        at(window),
                        onset == null ? null : new Onset(onset, onset, onset),
                        fires ? FIGURES : null,
                        fires ? new Decision("cusum", 7, 6, Duration.ofDays(56)) : null,
                        List.of()),
                world);
        settle(at(window));
    }

    private void settle(Instant at) {
        life.settle(at, world).ifPresent(told::add);
    }

    private static Instant at(int window) {
        return START.plus(Duration.ofMinutes(5L * window));
    }

    private static DataFault fault(Instant until) {
        return new DataFault(
                DataFault.Kind.CHANNEL_STALLED,
                Feed.JOURNEY,
                null,
                "web",
                START.minusSeconds(600),
                until,
                "scripted");
    }

    private static final class World implements LifeContext {

        private final List<Direction> ended = new ArrayList<>();
        private String silence;
        private DataFault fault;
        private boolean stands;
        private int accepted;

        @Override
        public Alert begin(Finding finding) {
            return NewAlert.of(
                    Feed.JOURNEY,
                    Feed.STAGE,
                    new StageOwner(
                            1,
                            new Ownership("Borrowing", "circulation", List.of(), "head-librarian")),
                    finding,
                    finding.figures(),
                    new Words(),
                    new Origins(),
                    "Ends when all is well.");
        }

        @Override
        public String resolution(Direction direction, Figures figures) {
            return "Ends when all is as well as it was.";
        }

        @Override
        public AlertRules rules() {
            return AlertRules.DEFAULT;
        }

        @Override
        public Optional<String> silence(Direction direction) {
            return Optional.ofNullable(silence);
        }

        @Override
        public List<DataFault> faults(Direction direction, Instant from, Instant until) {
            return fault == null ? List.of() : List.of(fault);
        }

        @Override
        public boolean stands(Alert alert, List<DataFault> faults) {
            return stands;
        }

        @Override
        public void end(Direction direction) {
            ended.add(direction);
        }

        @Override
        public void accept(Direction direction) {
            accepted++;
        }
    }
}
