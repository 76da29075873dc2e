package io.throughline.local.alertbench;

import static io.throughline.local.alertbench.BenchTables.format;
import static io.throughline.local.alertbench.BenchTables.number;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The figures of a run as a page in Markdown. */
final class BenchPage {

    private static final String[] RIVALS = {
        "fixed-threshold", "p-chart", "ewma", "windowed-gaussian", "plain-cusum"
    };

    private final BenchOutcome outcome;
    private final StringBuilder out = new StringBuilder();

    private BenchPage(BenchOutcome outcome) {
        this.outcome = outcome;
    }

    /**
     * The page.
     *
     * @param command that makes it
     * @param machine that it was made on
     * @param robustness table of its own; may be empty
     */
    static String of(BenchOutcome outcome, String command, String machine, String robustness) {
        BenchPage page = new BenchPage(outcome);
        page.head(command, machine);
        page.falseAlarms();
        page.delays();
        page.resolution();
        page.comparison();
        page.out.append(robustness.isEmpty() ? "" : robustness.stripTrailing() + "\n\n");
        page.line("## See also");
        page.line("");
        page.line("[Alerts](alerts.md) · [Numenta's benchmark](alert-evaluation/nab.md)");
        return page.out.toString();
    }

    private void head(String command, String machine) {
        line("# How soon, and how often wrong: the detector of drops measured");
        line("");
        line(
                "Made by `"
                        + command
                        + "` on "
                        + machine
                        + "; the same command makes the same figures.");
        line(
                format(
                        "%d seeds of each kind of stream. Everybody learns for 14 days. Streams"
                                + " without a change are watched for %d weeks each; in the others"
                                + " the odds of being negative rise on day 17, for 14, 7 or 3 days"
                                + " at 2, 10 and 100 items an hour. 25 %% negative become 33, 40 or"
                                + " 50 %% at an odds ratio of 1.5, 2, 3. Intervals are of 95 %%:"
                                + " rates over seeds, medians by ranks, shares by Wilson.",
                        outcome.plan().seeds(), outcome.plan().quiet().toDays() / 7));
        line("");
        line("| stream | what it is |");
        line("|---|---|");
        List<String> seen = new ArrayList<>();
        for (StreamSource source : outcome.sources()) {
            if (!seen.contains(source.id())) {
                seen.add(source.id());
                line("| " + source.id() + " | " + source.what() + " |");
            }
        }
        line("");
    }

    private void falseAlarms() {
        double budget = 1 / outcome.budgetWeeks();
        line("## False alarms while nothing changes");
        line("");
        line(
                format(
                        "Budget: 1 in %s weeks and stage. 1.00 is the budget met exactly. Weeks in"
                                + " which something fires count neither way; the last column says"
                                + " how long a false alarm was open, on average.",
                        number(outcome.budgetWeeks())));
        line("");
        line(
                "| stream | items an hour | stage-weeks | false alarms | × the budget | interval |"
                        + " open, hours each |");
        line("|---|---|---|---|---|---|---|");
        for (StreamSource source : outcome.sources()) {
            for (String setting : List.of(DetectorSetting.GATE, DetectorSetting.NO_GATE)) {
                Tally tally = outcome.ours(source, "null", setting);
                if (tally != null) {
                    Estimate rate = tally.rate();
                    line(
                            format(
                                    "| %s%s | %s | %,.0f | %d | **%.2f** | %.2f–%.2f | %s |",
                                    source.id(),
                                    setting.equals(DetectorSetting.GATE) ? "" : ", no gate",
                                    number(source.perHour()),
                                    tally.weeks(),
                                    tally.falseAlarms(),
                                    rate.value() / budget,
                                    rate.low() / budget,
                                    rate.high() / budget,
                                    hours(tally.openHours())));
                }
            }
        }
        line("");
    }

    private void delays() {
        line("## Delay of a drop, in hours from its begin to the end of the deciding window");
        line("");
        line(
                "Mean over those found; median and p90 over all, missed ones counted as endless. A"
                        + " stream that was off already when the change began is left out.");
        line("");
        line(
                "| stream | change | items an hour | gate | mean | median | p90 | missed | alerts"
                        + " an incident |");
        line("|---|---|---|---|---|---|---|---|---|");
        for (StreamSource source : outcome.sources()) {
            for (Scenario.Change change : Scenario.all()) {
                for (String setting : List.of(DetectorSetting.GATE, DetectorSetting.NO_GATE)) {
                    delay(source, change, setting);
                }
            }
        }
        line("");
    }

    private void delay(StreamSource source, Scenario.Change change, String setting) {
        Tally tally = outcome.ours(source, change.id(), setting);
        if (tally == null || tally.trials() == 0) {
            return;
        }
        Estimate median = tally.median();
        Estimate missed = tally.shareMissed();
        line(
                format(
                        "| %s | %s | %s | %s | %s | **%s** (%s–%s) | %s | %.1f %% (%.1f–%.1f) |"
                                + " %s |",
                        source.id(),
                        change.id(),
                        number(source.perHour()),
                        setting.equals(DetectorSetting.GATE) ? "yes" : "no",
                        hours(tally.mean().value()),
                        hours(median.value()),
                        hours(median.low()),
                        hours(median.high()),
                        hours(tally.ninetieth().value()),
                        100 * missed.value(),
                        100 * missed.low(),
                        100 * missed.high(),
                        Double.isNaN(tally.alarmsPerIncident())
                                ? "–"
                                : format("%.2f", tally.alarmsPerIncident())));
    }

    private void resolution() {
        line("## The end of an alert, in hours after everything is as it was");
        line("");
        line(
                "| stream | change | items an hour | median | twice the median delay | ended while"
                        + " the drop lasted | open at the end of the stream |");
        line("|---|---|---|---|---|---|---|");
        for (StreamSource source : outcome.sources()) {
            for (Scenario.Change change : Scenario.all()) {
                Tally tally = outcome.ours(source, change.id(), DetectorSetting.GATE);
                if (tally != null && tally.trials() > 0) {
                    line(
                            format(
                                    "| %s | %s | %s | **%s** | %s | %s | %s |",
                                    source.id(),
                                    change.id(),
                                    number(source.perHour()),
                                    hours(tally.medianResolve()),
                                    hours(2 * tally.median().value()),
                                    percent(tally.resolvedEarly()),
                                    percent(tally.shareUnresolved())));
                }
            }
        }
        line("");
    }

    private void comparison() {
        line("## Beside what others use, at equal false alarms");
        line("");
        line(
                "Mean delay in hours of the step to 40 % negative, missed ones counted as long as it"
                        + " lasted; the least of a row is bold. Each rival has the setting (1, 6 or"
                        + " 24 hours) and the threshold that serve it best *on these very streams*"
                        + " among those with no more false alarms than Throughline had on them; of"
                        + " its alarms one a day counts. Nobody can tune so in real life:"
                        + " Throughline runs as it ships. The whole curves:"
                        + " [alert-evaluation/](alert-evaluation).");
        line("");
        line(
                "Rivals tell any change at all. So does Throughline without its gate; with it, changes"
                        + " are told of which it is 95 % sure that they are larger than eight"
                        + " points.");
        line("");
        comparison("without the gate", DetectorSetting.NO_GATE);
        comparison("with the gate", DetectorSetting.GATE);
    }

    private void comparison(String name, String setting) {
        line(
                "| stream | items an hour | Throughline "
                        + name
                        + " | fixed threshold | p-chart | EWMA | windowed Gaussian | plain CUSUM |");
        line("|---|---|---|---|---|---|---|---|");
        for (StreamSource source : outcome.sources()) {
            Tally own = outcome.ours(source, "step-2", setting);
            if (own != null && own.trials() > 0) {
                compare(source, own, outcome.ours(source, "null", setting).rate().value());
            }
        }
        line("");
    }

    /** A row: who took part, with the hours, the own setting first. */
    private void compare(StreamSource source, Tally own, double rate) {
        Comparison comparison =
                new Comparison(outcome.tallies(), source.id(), source.perHour(), "step-2");
        double most = Times.of(source.perHour(), outcome.plan().quiet()).changeHours();
        List<Double> delays = new ArrayList<>(List.of(own.restrictedMean(most)));
        List<String> settings = new ArrayList<>(List.of(""));
        for (String rival : RIVALS) {
            Optional<Comparison.Point> best = comparison.best(rival, rate, most);
            delays.add(best.map(Comparison.Point::delay).orElse(Double.NaN));
            settings.add(
                    best.map(Comparison.Point::one)
                            .map(one -> " (" + one.setting() + ", " + number(one.level()) + ")")
                            .orElse(""));
        }
        double least =
                delays.stream()
                        .filter(Double::isFinite)
                        .mapToDouble(d -> d)
                        .min()
                        .orElse(Double.NaN);
        StringBuilder row = new StringBuilder();
        for (int i = 0; i < delays.size(); i++) {
            double delay = delays.get(i);
            String hours = delay == least ? "**" + hours(delay) + "**" : hours(delay);
            row.append(" | ").append(hours).append(settings.get(i));
        }
        line(format("| %s | %s%s |", source.id(), number(source.perHour()), row));
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? "–" : format("%.1f %%", 100 * share);
    }

    private static String hours(double hours) {
        if (Double.isNaN(hours)) {
            return "–";
        }
        if (Double.isInfinite(hours)) {
            return "never";
        }
        return hours < 10 ? format("%.1f", hours) : format("%.0f", hours);
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
