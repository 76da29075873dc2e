package io.throughline.local.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.alert.Alert;
import io.throughline.alert.AlertRules;
import io.throughline.alert.Direction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BacktestTest {

    private static final int DAY = 24 * 60;
    private static final AlertRules RULES = AlertRules.DEFAULT;

    @TempDir Path directory;

    @Test
    void aDropIsFoundAndAnyOrderOfTheLinesGivesTheSameAlerts() throws IOException {
        List<HistoryItem> items = history(20, 24);
        List<String> lines = lines(items);
        assertThat(lines).hasSize(1);
        assertThat(lines.get(0))
                .matches(
                        "\\{\"id\":\"[^\"]+\",\"stage\":\"claim\",\"state\":\"firing\","
                                + "\"onset\":\"2026-03-2[12]T[^\"]+\",\"firedAt\":\"2026-03-22T[^\"]+\","
                                + "\"resolvedAt\":null,\"direction\":\"drop\",\"expected\":0\\.\\d+,"
                                + "\"observed\":0\\.\\d+,\"n\":\\d+,.*");
        Collections.shuffle(items, new Random(3));
        assertThat(lines(items)).isEqualTo(lines);
    }

    @Test
    void aStageIsLearningForTheTimeThatTheRulesAskFor() throws IOException {
        List<HistoryItem> items = history(6, 8);
        StageRecord learning = result(items, RULES).stages().get(0);
        assertThat(learning.status().orElseThrow().learning()).isTrue();
        assertThat(learning.weeksWatched()).isZero();
        StageRecord ready = result(items, RULES.withWarmUp(Duration.ofDays(4))).stages().get(0);
        assertThat(ready.status().orElseThrow().learning()).isFalse();
        assertThat(ready.weeksWatched()).isBetween(3.0 / 7, 4.0 / 7);
    }

    @Test
    void theEndOfAFileIsNoSilence() throws IOException {
        Alert alert = result(history(20, 22), RULES).alerts().get(0);
        assertThat(alert.resolvedAt()).isNull();
    }

    @Test
    void incidentsAreHeldAgainstTheAlerts() throws IOException {
        BacktestResult result = result(history(20, 24), RULES);
        Instant begin = Items.BEGIN.plus(Duration.ofDays(20));
        Incident known =
                new Incident("known", "claim", "drop", begin, begin.plus(Duration.ofDays(4)));
        Incident other =
                new Incident("other", "quote", null, begin, begin.plus(Duration.ofDays(4)));
        IncidentScore score = IncidentScore.of(result, List.of(known, other));
        assertThat(score.found().get(0).alerts()).isEqualTo(1);
        assertThat(score.found().get(0).delay().orElseThrow()).isLessThan(Duration.ofHours(24));
        assertThat(score.missed()).isEqualTo(1);
        assertThat(score.falseAlarms()).isEmpty();
        assertThat(IncidentScore.of(result, List.of(other)).falseAlarms()).hasSize(1);
        assertThat(score.falseAlarmsPerStageWeek()).isZero();
    }

    @Test
    void otherSettingsAreTriedAndTold() throws IOException {
        List<HistoryItem> items = history(20, 22);
        try (SortedHistory history = sorted(items)) {
            List<AlertRules> rules = List.of(RULES, RULES.withDelta(0));
            List<Tuning.Trial> trials =
                    Tuning.run(
                            history,
                            BacktestSettings.of(RULES),
                            rules,
                            List.of(),
                            (done, all) -> {});
            assertThat(trials).extracting(Tuning.Trial::rules).isEqualTo(rules);
            assertThat(trials).allSatisfy(trial -> assertThat(trial.result().raised()).hasSize(1));
            assertThat(Tuning.table(trials, false).lines()).hasSize(trials.size() + 1);
        }
    }

    @Test
    void theOwnRulesAreAmongThoseThatAreTried() {
        AlertRules own = RULES.withBudget(Duration.ofDays(30)).withDelta(0.06).withOddsRatio(1.8);

        assertThat(Tuning.grid(own))
                .contains(own, own.withOddsRatio(3), own.withDelta(0))
                .hasSizeGreaterThan(10)
                .doesNotHaveDuplicates();
    }

    @Test
    void eachSeriesIsDrawn() throws IOException {
        try (SortedHistory history = sorted(history(20, 24))) {
            SeriesRecorder recorder = new SeriesRecorder(history, BacktestListener.NONE);
            BacktestResult result = Backtest.run(history, BacktestSettings.of(RULES), recorder);
            Path page = Pictures.write(directory, recorder, result.alerts(), List.of());
            assertThat(page).content().contains("01-claim.svg", "drop");
            assertThat(directory.resolve("01-claim.svg"))
                    .content()
                    .contains("negative share", "S/h of the drop", "drop 22 Mar", "prefers-color")
                    .doesNotContain("NaN", "Infinity");
            assertThat(Files.list(directory)).hasSize(2);
        }
    }

    @Test
    void namesOfStagesMakeHarmlessFileNames() {
        assertThat(Pictures.fileName("../../L'été & <b>", 3)).isEqualTo("03-L-t-b.svg");
    }

    /** Twelve items an hour, a quarter negative, from a day on three quarters. */
    private static List<HistoryItem> history(int changeDay, int days) {
        Random random = new Random(11);
        List<HistoryItem> items = new ArrayList<>();
        for (int minute = 0; minute < days * DAY; minute += 5) {
            double share = minute < changeDay * DAY ? 0.25 : 0.75;
            items.add(Items.item("", minute, random.nextDouble() < share ? 0 : 1));
        }
        return items;
    }

    private static List<String> lines(List<HistoryItem> items) throws IOException {
        return result(items, RULES).alerts().stream()
                .filter(alert -> alert.direction() == Direction.DROP)
                .map(AlertLine::of)
                .toList();
    }

    private static BacktestResult result(List<HistoryItem> items, AlertRules rules)
            throws IOException {
        try (SortedHistory history = sorted(items)) {
            return Backtest.run(history, BacktestSettings.of(rules), BacktestListener.NONE);
        }
    }

    private static SortedHistory sorted(List<HistoryItem> items) throws IOException {
        SortedHistory history = new SortedHistory();
        for (HistoryItem item : items) {
            history.add(item);
        }
        return history;
    }
}
