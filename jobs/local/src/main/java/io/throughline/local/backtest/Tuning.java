package io.throughline.local.backtest;

import io.throughline.alert.AlertRules;
import io.throughline.json.JsonWriter;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The same history under other rules, so that a team sees what a setting costs. */
public final class Tuning {

    private static final List<Duration> BUDGETS =
            List.of(Duration.ofDays(28), Duration.ofDays(56), Duration.ofDays(112));
    private static final List<Double> DELTAS = List.of(0.0, 0.05, 0.08, 0.12);
    private static final List<Double> ODDS_RATIOS = List.of(1.5, 2.0, 3.0);
    private static final double DAYS_A_WEEK = 7;

    private Tuning() {}

    /** What came out under some rules. */
    public record Trial(AlertRules rules, BacktestResult result, IncidentScore score) {}

    /** Is told how far it is. */
    public interface Listener {
        void at(int done, int total);
    }

    /** Runs the history under each of these rules. */
    public static List<Trial> run(
            SortedHistory history,
            BacktestSettings settings,
            List<AlertRules> all,
            List<Incident> incidents,
            Listener listener)
            throws IOException {
        List<Trial> trials = new ArrayList<>();
        for (AlertRules rules : all) {
            listener.at(trials.size(), all.size());
            BacktestResult result =
                    Backtest.run(history, settings.with(rules), BacktestListener.NONE);
            trials.add(new Trial(rules, result, IncidentScore.of(result, incidents)));
        }
        return trials;
    }

    /** Every budget with every delta at the own odds ratio, and other odds ratios at the own. */
    public static List<AlertRules> grid(AlertRules own) {
        Set<Duration> budgets = new TreeSet<>(BUDGETS);
        budgets.add(own.budget());
        Set<Double> deltas = new TreeSet<>(DELTAS);
        deltas.add(own.delta());
        Set<AlertRules> grid = new LinkedHashSet<>();
        for (Duration budget : budgets) {
            for (double delta : deltas) {
                grid.add(with(own, budget, delta, own.oddsRatio()));
            }
        }
        for (double oddsRatio : ODDS_RATIOS) {
            grid.add(with(own, own.budget(), own.delta(), oddsRatio));
        }
        return List.copyOf(grid);
    }

    static AlertRules with(AlertRules rules, Duration budget, double delta, double oddsRatio) {
        return rules.withBudget(budget).withDelta(delta).withOddsRatio(oddsRatio);
    }

    /** A table for people. */
    public static String table(List<Trial> trials, boolean incidents) {
        StringBuilder out = new StringBuilder();
        out.append(
                String.format(
                        Locale.ROOT,
                        "%-12s %6s %6s %7s %6s %6s %7s%s%n",
                        "1 alarm per",
                        "delta",
                        "odds",
                        "alerts",
                        "drops",
                        "rises",
                        "volume",
                        incidents ? "  false/stage-week  missed  median delay" : ""));
        for (Trial trial : trials) {
            out.append(row(trial, incidents)).append(System.lineSeparator());
        }
        return out.toString();
    }

    private static String row(Trial trial, boolean incidents) {
        String row =
                String.format(
                        Locale.ROOT,
                        "%-12s %6.2f %6.1f %7d %6d %6d %7d",
                        String.format(
                                Locale.ROOT,
                                "%.1f weeks",
                                trial.rules().budget().toHours() / 24.0 / DAYS_A_WEEK),
                        trial.rules().delta(),
                        trial.rules().oddsRatio(),
                        trial.result().raised().size(),
                        count(trial, "drop"),
                        count(trial, "rise"),
                        count(trial, "volume-surge") + count(trial, "volume-collapse"));
        if (!incidents) {
            return row;
        }
        return row
                + String.format(
                        Locale.ROOT,
                        "  %16.3f  %6d  %s",
                        trial.score().falseAlarmsPerStageWeek(),
                        trial.score().missed(),
                        trial.score()
                                .medianDelayHours()
                                .map(hours -> String.format(Locale.ROOT, "%10.1f h", hours))
                                .orElse("           –"));
    }

    private static long count(Trial trial, String direction) {
        return trial.result().raised().stream()
                .filter(alert -> alert.direction().id().equals(direction))
                .count();
    }

    /** One trial as a JSON object. */
    static void write(JsonWriter out, Trial trial) {
        out.text("budget", trial.rules().budget().toString())
                .number("delta", trial.rules().delta())
                .number("oddsRatio", trial.rules().oddsRatio())
                .number("alerts", trial.result().raised().size())
                .number("drops", count(trial, "drop"))
                .number("rises", count(trial, "rise"))
                .number("volumeSurges", count(trial, "volume-surge"))
                .number("volumeCollapses", count(trial, "volume-collapse"))
                .number("falseAlarmsPerStageWeek", trial.score().falseAlarmsPerStageWeek())
                .number("missed", trial.score().missed());
        out.objects(
                "incidents",
                trial.score().found(),
                (one, found) -> {
                    one.text("name", found.incident().name());
                    found.delay()
                            .ifPresent(
                                    delay -> one.number("delayHours", delay.toSeconds() / 3600.0));
                });
    }
}
