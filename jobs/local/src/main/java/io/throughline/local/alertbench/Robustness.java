package io.throughline.local.alertbench;

import static io.throughline.local.alertbench.BenchTables.format;

import io.throughline.alert.Alert;
import io.throughline.alert.AlertRules;
import io.throughline.alert.AlertState;
import io.throughline.alert.Direction;
import io.throughline.domain.detect.Cell;
import io.throughline.domain.detect.WindowSums;
import io.throughline.domain.detect.rival.Rival;
import io.throughline.domain.detect.rival.RivalWatch;
import io.throughline.local.backtest.Backtest;
import io.throughline.local.backtest.BacktestListener;
import io.throughline.local.backtest.BacktestSettings;
import io.throughline.local.backtest.HistoryItem;
import io.throughline.local.backtest.SortedHistory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * What looks like a drop and is none, item by item through the whole watch over a stage, caps and
 * faults of the data included; the rivals get the sums of everything.
 */
final class Robustness {

    private static final Duration LENGTH = Duration.ofDays(19);
    private static final long MICROS = 1_000_000;

    private final BenchOutcome outcome;
    private final List<Rival> rivals;
    private final double perHour;
    private final int seeds;

    Robustness(BenchOutcome outcome, List<Rival> rivals, double perHour, int seeds) {
        this.outcome = outcome;
        this.rivals = rivals;
        this.perHour = perHour;
        this.seeds = seeds;
    }

    /** Shares of the seeds with an alarm in the two days after, as a table. */
    String table(AlertBenchRun.Listener listener) {
        Map<String, Tuned> tuned = tuned();
        StringBuilder out = new StringBuilder();
        out.append("## What is no drop\n\n");
        out.append(
                format(
                        "%d histories of %s items an hour, item by item; the share of them with an"
                                + " alarm of a drop in the two days after. Rivals as tuned above on"
                                + " the plain stream.%n%n",
                        seeds, BenchTables.number(perHour)));
        out.append("| what happens | Throughline, alerts | held back |");
        tuned.keySet().forEach(name -> out.append(' ').append(name).append(" |"));
        out.append("\n|---|---|---|").append("---|".repeat(tuned.size())).append('\n');
        for (Disturbance disturbance : Disturbance.values()) {
            long[] own = new long[2];
            Map<String, Long> others = new LinkedHashMap<>();
            tuned.keySet().forEach(name -> others.put(name, 0L));
            for (int seed = 1; seed <= seeds; seed++) {
                listener.at("robustness " + disturbance, seed, seeds);
                List<HistoryItem> items = items(disturbance, seed);
                count(own, items);
                tuned.forEach(
                        (name, rival) ->
                                others.merge(name, alarms(rival, items) ? 1L : 0L, Long::sum));
            }
            out.append(
                    format(
                            "| %s | **%.1f %%** | %.1f %% |",
                            disturbance.what(), 100.0 * own[0] / seeds, 100.0 * own[1] / seeds));
            others.forEach(
                    (name, count) -> out.append(format(" %.1f %% |", 100.0 * count / seeds)));
            out.append('\n');
        }
        return out.append('\n').toString();
    }

    private List<HistoryItem> items(Disturbance disturbance, int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return disturbance.disturb(ItemStream.of(perHour, LENGTH, random.split()), random);
    }

    private static void count(long[] own, List<HistoryItem> items) {
        try (SortedHistory history = new SortedHistory()) {
            for (HistoryItem item : items) {
                history.add(item);
            }
            List<Alert> alerts =
                    Backtest.run(
                                    history,
                                    BacktestSettings.of(AlertRules.DEFAULT),
                                    BacktestListener.NONE)
                            .alerts();
            own[0] += drop(alerts, false) ? 1 : 0;
            own[1] += drop(alerts, true) ? 1 : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean drop(List<Alert> alerts, boolean held) {
        return alerts.stream()
                .filter(alert -> alert.direction() == Direction.DROP)
                .filter(alert -> alert.firedAt().isAfter(Disturbance.AT))
                .anyMatch(alert -> (alert.state() == AlertState.SUPPRESSED) == held);
    }

    /** Each way with the setting and threshold that serve it best on the plain stream. */
    private Map<String, Tuned> tuned() {
        Comparison plain = new Comparison(outcome.tallies(), "plain", perHour, "step-2");
        double changeHours = Times.of(perHour, outcome.plan().quiet()).changeHours();
        Map<String, Tuned> tuned = new TreeMap<>();
        for (Rival rival : rivals) {
            Optional<Comparison.Point> best =
                    plain.best(rival.id(), 1 / outcome.budgetWeeks(), changeHours);
            if (best.isPresent() && best.get().one().setting().equals(rival.setting())) {
                tuned.put(rival.id(), new Tuned(rival, best.get().one().level()));
            }
        }
        return tuned;
    }

    private static boolean alarms(Tuned tuned, List<HistoryItem> items) {
        RivalWatch watch = tuned.rival().watch(AlertRules.DEFAULT.window());
        long window = AlertRules.DEFAULT.window().toSeconds();
        Map<Long, WindowSums> sums = sums(items, window);
        long first = ItemStream.BEGIN.getEpochSecond() / window;
        for (long at = first; at < first + LENGTH.toSeconds() / window; at++) {
            double statistic = watch.next(sums.get(at));
            if (statistic > tuned.threshold() && at * window >= Disturbance.AT.getEpochSecond()) {
                return true;
            }
        }
        return false;
    }

    private static Map<Long, WindowSums> sums(List<HistoryItem> items, long window) {
        Map<Long, Map<String, long[]>> counts = new TreeMap<>();
        for (HistoryItem item : items) {
            long[] cell =
                    counts.computeIfAbsent(
                                    item.occurredAt().getEpochSecond() / window,
                                    at -> new TreeMap<>())
                            .computeIfAbsent(item.channel(), channel -> new long[2]);
            cell[0]++;
            cell[1] += Disturbance.negative(item) ? 1 : 0;
        }
        Map<Long, WindowSums> sums = new TreeMap<>();
        counts.forEach(
                (at, channels) -> {
                    List<Cell> cells = new ArrayList<>();
                    channels.forEach(
                            (channel, cell) ->
                                    cells.add(
                                            new Cell(
                                                    channel,
                                                    cell[0],
                                                    cell[0] * MICROS,
                                                    cell[1] * MICROS,
                                                    0,
                                                    java.util.Set.of(),
                                                    cell[0])));
                    sums.put(at, new WindowSums(Instant.ofEpochSecond(at * window), cells));
                });
        return sums;
    }

    private record Tuned(Rival rival, double threshold) {}
}
