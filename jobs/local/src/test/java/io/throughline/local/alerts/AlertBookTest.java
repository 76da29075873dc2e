package io.throughline.local.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.alert.Alert;
import io.throughline.alert.AlertCommand;
import io.throughline.alert.AlertRules;
import io.throughline.yaml.Nearest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is known of alerts, from versions and commands in any order. */
class AlertBookTest {

    private static final Instant NOON = AlertMaker.NOON;

    @Test
    void ofAnAlertTheGreatestVersionHoldsHoweverTheyCome() {
        AlertBook book =
                book(AlertMaker.taken("5b1f0c77", 2, "dana"), AlertMaker.open("5b1f0c77", 1));

        assertThat(book.alerts()).singleElement().extracting(Alert::version).isEqualTo(2L);
    }

    @Test
    void thoseThatLastComeFirst() {
        AlertBook book =
                book(AlertMaker.over("aaaa0000", NOON.plusSeconds(60)), AlertMaker.open("b", 1));

        assertThat(book.alerts()).extracting(Alert::id).containsExactly("b", "aaaa0000");
    }

    @Test
    void theBeginOfAnIdIsEnoughWhenOneAlertHasIt() {
        AlertBook book = book(AlertMaker.open("5b1f0c77", 1), AlertMaker.open("5b1fffff", 1));

        assertThat(book.find("5b1f0").id()).isEqualTo("5b1f0c77");
        assertThatThrownBy(() -> book.find("5b1f"))
                .hasMessageContaining("several alerts begin with")
                .hasMessageContaining("5b1f0c77 (claim), 5b1fffff (claim)");
    }

    @Test
    void aStageIsOneOfTheMapThatHoldsOrOfAnAlert() {
        AlertBook book =
                new AlertBook(
                        List.of(AlertMaker.open("5b1f0c77", 1)),
                        List.of(map("1", "order"), map("2", "parcel")));

        book.checkStage("parcel");
        book.checkStage("claim");
        assertThatThrownBy(() -> book.checkStage("order"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no stage 'order'; there are claim, parcel");
        book().checkStage("whatever");
    }

    private static AlertCommand map(String id, String stage) {
        String yaml =
                """
                apiVersion: throughline/v1
                journey: shop
                version: %s
                stages: [{id: %s, name: Stage, owner: us, cues: [it], examples: [it is]}]
                """
                        .formatted(id, stage);
        return new AlertCommand(
                id,
                AlertCommand.Kind.JOURNEY,
                NOON,
                "configuration",
                null,
                null,
                Map.of(),
                null,
                yaml);
    }

    @Test
    void anUnknownIdIsAnsweredWithTheNearestOrTheOpenOnes() {
        AlertBook book = book(AlertMaker.open("5b1f0c77", 1));

        assertThatThrownBy(() -> book.find("5b1f0c17"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("did you mean 5b1f0c77 (claim)?");
        assertThatThrownBy(() -> book.find("something-else"))
                .hasMessageContaining("open are 5b1f0c77 (claim)");
        assertThatThrownBy(() -> book().find("x")).hasMessageContaining("nor any other yet");
        assertThatThrownBy(() -> book(AlertMaker.over("aaaa0000", NOON)).find("something-else"))
                .hasMessageContaining("none is open");
    }

    @Test
    void aSilenceHoldsUntilItsEndOrUntilSomebodyEndsIt() {
        AlertCommand silence =
                AlertCommand.silence(
                        Map.of("stage", "claim"),
                        NOON.plus(Duration.ofDays(2)),
                        "dana",
                        "outage",
                        NOON);
        AlertCommand end =
                AlertCommand.unsilence(silence.id(), "lee", null, NOON.plus(Duration.ofHours(1)));

        Silence given = new AlertBook(List.of(), List.of(silence)).silences().get(0);
        Silence ended = new AlertBook(List.of(), List.of(silence, end)).silences().get(0);

        assertThat(given.holds(NOON.minusSeconds(1))).isFalse();
        assertThat(given.holds(NOON.plus(Duration.ofHours(47)))).isTrue();
        assertThat(given.holds(NOON.plus(Duration.ofHours(48)))).isFalse();
        assertThat(ended.holds(NOON.plus(Duration.ofMinutes(59)))).isTrue();
        assertThat(ended.holds(NOON.plus(Duration.ofHours(1)))).isFalse();
    }

    @Test
    void anUnknownSilenceIsAnsweredWithThoseThereAre() {
        AlertCommand silence =
                AlertCommand.silence(
                        Map.of("stage", "claim"), NOON.plusSeconds(60), "dana", null, NOON);
        AlertBook book = new AlertBook(List.of(), List.of(silence));

        assertThat(book.silence(silence.id(), NOON).command()).isEqualTo(silence);
        assertThatThrownBy(() -> book.silence("s", NOON)).hasMessageContaining(silence.id());
        assertThatThrownBy(() -> book.silence("s", NOON.plusSeconds(61)))
                .hasMessageContaining("none holds now");
    }

    @Test
    void theRulesAreThoseLastSetByEventTime() {
        AlertBook book =
                new AlertBook(
                        List.of(),
                        List.of(
                                rules("late", NOON.plusSeconds(60), "delta: 0.2\n"),
                                rules("early", NOON, "delta: 0.1\n")));

        assertThat(book.rules(NOON.minusSeconds(1))).isEqualTo(AlertRules.DEFAULT);
        assertThat(book.rules(NOON).delta()).isEqualTo(0.1);
        assertThat(book.rules(NOON.plusSeconds(60)).delta()).isEqualTo(0.2);
    }

    @Test
    void distanceCountsSlips() {
        assertThat(Nearest.distance("5b1f0c77", "5b1f0c77")).isZero();
        assertThat(Nearest.distance("5b1f0c77", "5b1f0c7")).isEqualTo(1);
        assertThat(Nearest.distance("kitten", "sitting")).isEqualTo(3);
    }

    private static AlertCommand rules(String id, Instant from, String yaml) {
        return new AlertCommand(
                id,
                AlertCommand.Kind.RULES,
                from,
                "configuration",
                null,
                null,
                Map.of(),
                null,
                yaml);
    }

    private static AlertBook book(Alert... versions) {
        return new AlertBook(List.of(versions), List.of());
    }
}
