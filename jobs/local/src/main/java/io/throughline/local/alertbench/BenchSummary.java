package io.throughline.local.alertbench;

import io.throughline.json.JsonWriter;
import java.util.Map;

/** The figures of the detector of a run as one JSON object. */
public final class BenchSummary {

    private BenchSummary() {}

    /** One object on one line. */
    public static String json(BenchOutcome outcome) {
        return JsonWriter.object(
                out ->
                        out.number("seeds", outcome.plan().seeds())
                                .objects(
                                        "cases",
                                        outcome.tallies().entrySet().stream()
                                                .filter(
                                                        one ->
                                                                one.getKey()
                                                                        .contestant()
                                                                        .equals(Case.THROUGHLINE))
                                                .toList(),
                                        BenchSummary::one));
    }

    private static void one(JsonWriter out, Map.Entry<Case, Tally> entry) {
        Case one = entry.getKey();
        Tally tally = entry.getValue();
        out.text("scenario", one.scenario())
                .number("perHour", one.perHour())
                .text("setting", one.setting())
                .number("budgetWeeks", one.level());
        if (tally.weeks() > 0) {
            Estimate rate = tally.rate();
            out.number("stageWeeks", tally.weeks())
                    .number("falseAlarms", tally.falseAlarms())
                    .number("timesTheBudget", rate.value() * one.level())
                    .number("low", rate.low() * one.level())
                    .number("high", rate.high() * one.level());
        }
        if (tally.trials() > 0) {
            out.number("changes", tally.trials())
                    .number("meanHours", tally.mean().value())
                    .number("medianHours", tally.median().value())
                    .number("p90Hours", tally.ninetieth().value())
                    .number("shareMissed", tally.shareMissed().value())
                    .number("alertsPerIncident", tally.alarmsPerIncident())
                    .number("resolveMedianHours", tally.medianResolve());
        }
    }
}
