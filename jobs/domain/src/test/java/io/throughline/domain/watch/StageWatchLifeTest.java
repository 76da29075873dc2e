package io.throughline.domain.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.throughline.alert.Alert;
import io.throughline.alert.AlertCommand.Kind;
import io.throughline.alert.AlertState;
import io.throughline.alert.DataFault;
import io.throughline.alert.Direction;
import io.throughline.alert.Driver;
import io.throughline.alert.Evidence;
import io.throughline.domain.rollup.Change;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Scripted lives over real detectors: 20 pieces of feedback an hour, a quarter of them negative.
 */
class StageWatchLifeTest {

    private static final double BAD = 14;

    private static Feed usual(double until) {
        return new Feed().add("web", 0, until, 12, 0.25).add("phone", 0, until, 8, 0.25);
    }

    private static Feed drop(double until) {
        return usual(BAD).add("web", BAD, until, 12, 0.6).add("phone", BAD, until, 8, 0.25);
    }

    @Test
    void nothingIsToldWhileAllIsAsUsual() {
        assertThat(new Watching(usual(20)).until(20).told()).isEmpty();
    }

    @Test
    void aDropFiresAndExplainsItself() {
        Watching watching = new Watching(drop(16)).until(16);
        Alert alert = watching.first(Direction.DROP);

        assertThat(alert.state()).isEqualTo(AlertState.FIRING);
        assertThat(alert.version()).isEqualTo(1);
        assertThat(alert.firedAt()).isBetween(Feed.at(BAD), Feed.at(BAD + 0.7));
        assertThat(alert.onset().at()).isBetween(Feed.at(BAD - 0.3), Feed.at(BAD + 0.3));
        assertThat(alert.figures().expected()).isCloseTo(0.25, within(0.03));
        assertThat(alert.drivers().get(0).channel()).isEqualTo("web");
        assertThat(alert.drivers().stream().mapToDouble(Driver::contribution).sum())
                .isCloseTo(alert.figures().observed() - alert.figures().expected(), within(1e-9));
        assertThat(alert.verbatims()).hasSize(5).allMatch(said -> said.text().contains("fined"));
        assertThat(alert.verbatims().stream().map(Evidence::channel)).contains("web");
        assertThat(alert.models()).containsExactly("m1");
        assertThat(alert.journeyVersion()).isEqualTo(4);
        assertThat(alert.ownership().owner()).isEqualTo("circulation");
        assertThat(alert.ownership().stageName()).isEqualTo("Borrowing and returning");
        assertThat(alert.resolution())
                .matches("Ends when about \\d+ more .* 25 % negative .*, or .*");
    }

    @Test
    void whenItBeganIsKnownBetterAsFeedbackComes() {
        Watching watching = new Watching(drop(18)).until(18);
        List<Alert> life = watching.life(Direction.DROP);
        Alert first = life.get(0);
        Alert newest = life.get(life.size() - 1);

        assertThat(length(newest)).isLessThan(length(first));
        assertThat(Feed.at(BAD)).isBetween(newest.onset().earliest(), newest.onset().latest());
        assertThat(newest.id()).isEqualTo(first.id());
        assertThat(newest.figures()).isEqualTo(first.figures());
        assertThat(life.stream().map(Alert::onset).distinct()).hasSizeBetween(2, 5);
    }

    @Test
    void whenItBeganIsKnownBetterByWhatComesLateToo() {
        Watching watching = new Watching(drop(18));
        double day = BAD;
        while (watching.told().isEmpty()) {
            day += 1 / 24.0;
            watching.until(day);
        }
        Alert fired = last(watching);
        for (int i = 0; i < 200; i++) {
            watching.watch()
                    .apply(
                            new Change(
                                    Feed.contribution(
                                            Feed.STAGE,
                                            "phone",
                                            Feed.minute(BAD) + i % 60,
                                            i % 2,
                                            "b" + i,
                                            "late" + i,
                                            "m1",
                                            0),
                                    Change.ADD));
        }
        watching.until(day + 1 / 24.0);

        assertThat(length(last(watching))).isLessThan(length(fired));
        assertThat(last(watching).drivers())
                .as("of the figures as they are now")
                .anyMatch(driver -> driver.channel().equals("phone"));
    }

    private static Duration length(Alert alert) {
        return Duration.between(alert.onset().earliest(), alert.onset().latest());
    }

    @Test
    void itResolvesWhenFeedbackIsAsBefore() {
        Feed feed = drop(15).add("web", 15, 19, 12, 0.25).add("phone", 15, 19, 8, 0.25);
        Watching watching = new Watching(feed).until(19);

        assertThat(watching.states(Direction.DROP)).last().isEqualTo(AlertState.RESOLVED);
        assertThat(watching.life(Direction.DROP).get(0).resolvedAt()).isNull();
        assertThat(last(watching).resolvedAt()).isBetween(Feed.at(15), Feed.at(17));
    }

    @Test
    void silenceIsNoRecovery() {
        Watching watching = new Watching(drop(15)).until(30);

        assertThat(watching.states(Direction.DROP))
                .doesNotContain(AlertState.RESOLVED)
                .last()
                .isEqualTo(AlertState.NO_DATA);
        assertThat(last(watching).resolvedAt()).isBetween(Feed.at(21.9), Feed.at(22.1));
    }

    @Test
    void aLastingDropStaysOpenUntilItIsAccepted() {
        Watching watching = new Watching(drop(24)).until(20);
        String id = watching.first(Direction.DROP).id();
        assertThat(watching.states(Direction.DROP))
                .doesNotContain(AlertState.RESOLVED, AlertState.NO_DATA);

        watching.watch().tell(Feed.about(id, Kind.ACCEPT, 20.5));
        watching.until(24);

        assertThat(last(watching).state()).isEqualTo(AlertState.RESOLVED);
        assertThat(last(watching).resolvedAt()).isEqualTo(Feed.at(20.5));
        assertThat(last(watching).handling().acceptedBy()).isEqualTo("ada");
        assertThat(watching.told().stream().filter(alert -> !alert.id().equals(id))).isEmpty();
    }

    @Test
    void whatNobodyTakesUpGoesToTheSponsor() {
        Watching watching = new Watching(drop(18)).until(18);
        Alert first = watching.first(Direction.DROP);

        assertThat(last(watching).handling().escalatedAt())
                .isEqualTo(first.firedAt().plus(Feed.days(1)));
        assertThat(last(watching).ownership().sponsor()).isEqualTo("head-librarian");
    }

    @Test
    void whatSomebodyHasTakenUpDoesNot() {
        Watching watching = new Watching(drop(18)).until(15);
        String id = watching.first(Direction.DROP).id();
        watching.watch().tell(Feed.about(id, Kind.ACKNOWLEDGE, 14.2));
        watching.watch().tell(Feed.about(id, Kind.ACKNOWLEDGE, 14.2));
        watching.until(18);

        assertThat(last(watching).handling().acknowledgedBy()).isEqualTo("ada");
        assertThat(last(watching).handling().acknowledgedAt())
                .as("a word for the past counts from now on")
                .isEqualTo(Feed.at(15));
        assertThat(last(watching).handling().escalatedAt()).isNull();
    }

    @Test
    void aSilenceHoldsBackAndWhenItEndsItFires() {
        Watching watching = new Watching(drop(17));
        watching.watch().tell(Feed.silence("s1", 13, 16));
        watching.until(17);

        List<Alert> life = watching.life(Direction.DROP);
        assertThat(life.get(0).state()).isEqualTo(AlertState.SUPPRESSED);
        assertThat(life.get(0).resolvedAt()).isNull();
        assertThat(life.get(0).handling().silence()).isEqualTo("s1");
        Alert fires =
                life.stream()
                        .filter(alert -> alert.state() != AlertState.SUPPRESSED)
                        .findFirst()
                        .orElseThrow();
        assertThat(fires.updatedAt()).isEqualTo(Feed.at(16));
        assertThat(fires.handling().silence()).isNull();
    }

    @Test
    void aSilenceCanBeEnded() {
        Watching watching = new Watching(drop(17));
        watching.watch().tell(Feed.silence("s1", 13, 30));
        watching.watch().tell(Feed.about("s1", Kind.UNSILENCE, 15));
        watching.until(17);

        assertThat(watching.life(Direction.DROP))
                .anyMatch(
                        alert ->
                                alert.state() == AlertState.FIRING
                                        && alert.updatedAt().equals(Feed.at(15)));
    }

    @Test
    void aFaultOfTheChannelHoldsBackWhileItLasts() {
        Feed feed = drop(14.9).add("web", 14.9, 19, 12, 0.25).add("phone", 14.9, 19, 8, 0.25);
        Watching watching = new Watching(feed);
        watching.watch().tell(Feed.fault(DataFault.Kind.ABSTENTION_JUMP, "web", 13.5, null));
        watching.until(14.9);
        assertThat(watching.states(Direction.DROP)).containsOnly(AlertState.SUPPRESSED);
        assertThat(watching.first(Direction.DROP).handling().faults())
                .containsExactly("abstention-jump");

        watching.watch().tell(Feed.fault(DataFault.Kind.ABSTENTION_JUMP, "web", 13.5, 14.9));
        watching.until(19);

        assertThat(watching.states(Direction.DROP)).containsOnly(AlertState.SUPPRESSED);
        assertThat(last(watching).resolvedAt()).isNotNull();
    }

    @Test
    void aDropThatOutlastsTheFaultFires() {
        Watching watching = new Watching(drop(19));
        watching.watch().tell(Feed.fault(DataFault.Kind.LANGUAGE_JUMP, "web", 13.5, null));
        watching.until(14.9);
        watching.watch().tell(Feed.fault(DataFault.Kind.LANGUAGE_JUMP, "web", 13.5, 14.4));
        watching.until(19);

        assertThat(watching.states(Direction.DROP)).contains(AlertState.FIRING);
        assertThat(last(watching).firedAt()).isAfter(Feed.at(14.4));
    }

    @Test
    void aDropOfAHealthyChannelIsNotHeldBackByAnother() {
        Feed feed = usual(BAD).add("web", BAD, 18, 12, 0.6);
        Watching watching = new Watching(feed);
        watching.watch().tell(Feed.fault(DataFault.Kind.CHANNEL_STALLED, "phone", BAD, null));
        watching.until(18);

        assertThat(watching.states(Direction.DROP)).startsWith(AlertState.FIRING);
    }

    @Test
    void lateFeedbackCorrectsTheFiguresAndNeverUnfires() {
        Watching watching = new Watching(drop(15)).until(15);
        Alert fired = last(watching);
        for (int i = 0; i < 400; i++) {
            long minute = Feed.minute(BAD) + i % 300;
            watching.watch()
                    .apply(
                            new Change(
                                    Feed.contribution(
                                            Feed.STAGE,
                                            "web",
                                            minute,
                                            2,
                                            "a" + i,
                                            "late" + i,
                                            "m1",
                                            0),
                                    Change.ADD));
        }
        watching.until(15.01);

        assertThat(last(watching).id()).isEqualTo(fired.id());
        assertThat(last(watching).figures()).isEqualTo(fired.figures());
        assertThat(last(watching).corrected().observed())
                .isLessThan(fired.figures().observed() - 0.05);
        assertThat(last(watching).state()).isNotEqualTo(AlertState.RESOLVED);
    }

    @Test
    void praiseIsToldToo() {
        Feed feed = new Feed().add("web", 0, 14, 20, 0.5).add("web", 14, 17, 20, 0.15);

        assertThat(new Watching(feed).until(17).first(Direction.RISE).figures().observed())
                .isLessThan(0.3);
    }

    @Test
    void everyVersionIsOneHigher() {
        List<Alert> life = new Watching(drop(18)).until(28).life(Direction.DROP);

        for (int i = 0; i < life.size(); i++) {
            assertThat(life.get(i).version()).isEqualTo(i + 1);
        }
    }

    @Test
    void oneLoudAuthorIsNoDrop() {
        Watching watching = new Watching(usual(16)).until(14);
        for (int i = 0; i < 500; i++) {
            watching.watch()
                    .apply(
                            new Change(
                                    Feed.contribution(
                                            Feed.STAGE,
                                            "web",
                                            Feed.minute(14) + i,
                                            0,
                                            "loud",
                                            "l" + i,
                                            "m1",
                                            0),
                                    Change.ADD));
        }

        assertThat(watching.until(16).told()).isEmpty();
    }

    @Test
    void copiesOfOneTextAreNoDrop() {
        Watching watching = new Watching(usual(16)).until(14);
        for (int i = 0; i < 500; i++) {
            watching.watch()
                    .apply(
                            new Change(
                                    Feed.contribution(
                                            Feed.STAGE,
                                            "web",
                                            Feed.minute(14) + i,
                                            0,
                                            "b" + i,
                                            "c" + i,
                                            "m1",
                                            99),
                                    Change.ADD));
        }

        assertThat(watching.until(16).told()).isEmpty();
    }

    private static Alert last(Watching watching) {
        String id = watching.first(Direction.DROP).id();
        return Watching.last(watching.told()).get(id);
    }
}
