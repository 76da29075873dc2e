package io.throughline.local.backtest;

import io.throughline.alert.Alert;
import io.throughline.alert.AlertRules;
import io.throughline.alert.AlertState;
import io.throughline.alert.DataFault;
import io.throughline.alert.StageStatus;
import io.throughline.json.JsonWriter;
import java.util.List;
import java.util.Optional;

/** The last line of a backtest: how far the watch over each stage is, and what came of it. */
public final class SummaryLine {

    private static final double THOUSAND = 1000;

    private SummaryLine() {}

    /**
     * One JSON object on one line.
     *
     * @param score empty when nobody said what happened
     * @param trials empty when no other settings were tried
     */
    public static String of(
            SortedHistory history,
            BacktestResult result,
            AlertRules rules,
            long rejected,
            Optional<IncidentScore> score,
            List<Tuning.Trial> trials) {
        return JsonWriter.object(
                line ->
                        line.object(
                                "summary",
                                out -> {
                                    out.object("stages", all -> stages(all, result))
                                            .number("feedback", history.size())
                                            .number("superseded", history.superseded())
                                            .number("deleted", history.deleted())
                                            .number("rejected", rejected)
                                            .object("rules", rules, SummaryLine::rules)
                                            .objects("faults", ended(result), SummaryLine::fault);
                                    score.ifPresent(one -> incidents(out, one));
                                    if (!trials.isEmpty()) {
                                        out.objects("tuning", trials, Tuning::write);
                                    }
                                }));
    }

    private static void stages(JsonWriter out, BacktestResult result) {
        for (StageRecord stage : result.stages()) {
            out.object(stage.stage(), one -> stage(one, stage, result.alerts()));
        }
    }

    private static void stage(JsonWriter out, StageRecord stage, List<Alert> alerts) {
        List<Alert> own =
                alerts.stream().filter(alert -> alert.stage().equals(stage.stage())).toList();
        Optional<StageStatus> status = stage.status();
        long held = own.stream().filter(a -> a.state() == AlertState.SUPPRESSED).count();
        out.text("status", status.map(StageStatus::learning).orElse(true) ? "learning" : "ready")
                .number("n", status.map(StageStatus::count).orElse(0L).longValue())
                .number("needed", status.map(StageStatus::needed).orElse(0L).longValue())
                .number("alerts", own.size() - held)
                .number("stageWeeks", rounded(stage.weeksWatched()))
                .number("suppressed", held)
                .number("feedback", stage.items());
        status.ifPresent(
                now ->
                        out.number("expected", rounded(now.expected()))
                                .number("statistic", rounded(now.statistic()))
                                .number("threshold", rounded(now.threshold())));
    }

    private static void rules(JsonWriter out, AlertRules rules) {
        out.text("budget", rules.budget().toString())
                .number("delta", rules.delta())
                .number("oddsRatio", rules.oddsRatio())
                .text("warmUp", rules.warmUp().toString());
    }

    /** Each fault once, as it was told last. */
    private static List<DataFault> ended(BacktestResult result) {
        return result.faults().stream()
                .filter(
                        fault ->
                                fault.until() != null
                                        || result.faults().stream()
                                                .noneMatch(other -> ends(other, fault)))
                .toList();
    }

    private static boolean ends(DataFault other, DataFault fault) {
        return other.until() != null
                && other.kind() == fault.kind()
                && java.util.Objects.equals(other.stage(), fault.stage())
                && java.util.Objects.equals(other.channel(), fault.channel())
                && other.from().equals(fault.from());
    }

    private static void fault(JsonWriter out, DataFault fault) {
        out.text("kind", fault.kind().id())
                .text("stage", fault.stage())
                .text("channel", fault.channel())
                .time("from", fault.from())
                .time("until", fault.until())
                .text("detail", fault.detail());
    }

    private static void incidents(JsonWriter out, IncidentScore score) {
        out.objects("incidents", score.found(), SummaryLine::incident)
                .number("falseAlarms", score.falseAlarms().size())
                .number("falseAlarmsPerStageWeek", rounded(score.falseAlarmsPerStageWeek()))
                .number("missed", score.missed());
        score.medianDelayHours().ifPresent(hours -> out.number("medianDelayHours", rounded(hours)));
    }

    private static void incident(JsonWriter out, IncidentScore.Found found) {
        out.text("name", found.incident().name())
                .text("stage", found.incident().stage())
                .text("direction", found.incident().direction())
                .time("from", found.incident().from())
                .time("until", found.incident().until())
                .number("alerts", found.alerts());
        found.delay()
                .ifPresent(delay -> out.number("delayHours", rounded(delay.toSeconds() / 3600.0)));
    }

    private static double rounded(double value) {
        return Double.isFinite(value) ? Math.round(value * THOUSAND) / THOUSAND : value;
    }
}
