package io.throughline.local.cli;

import io.throughline.alert.AlertRulesReader;
import io.throughline.domain.detect.rival.Rival;
import io.throughline.domain.detect.rival.Rivals;
import io.throughline.local.alertbench.AlertBenchRun;
import io.throughline.local.alertbench.BenchFiles;
import io.throughline.local.alertbench.BenchOutcome;
import io.throughline.local.alertbench.BenchPlan;
import io.throughline.local.alertbench.BenchSummary;
import io.throughline.local.alertbench.ReplayedSources;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How soon and how often wrong the detector of drops is, beside what others use. */
@Command(
        name = "alerts",
        description =
                "Let the detector of drops and the charts that people use watch the same streams,"
                        + " with and without injected drops: JSON on stdout, progress on stderr.",
        footer = {
            "",
            "Streams are made up (plain, bursts, nights, mix), or resampled from histories",
            "in the form that backtest reads: --data names a folder of such CSV files.",
            "The same seeds give the same figures. Takes an hour at 200 seeds on one core;",
            "--seeds 5 --weeks 1 a first look.",
            "",
            "Example: throughline bench alerts --seeds 200 --report docs"
        })
final class BenchAlertsCommand implements Callable<Integer> {

    @Option(
            names = "--seeds",
            paramLabel = "N",
            defaultValue = "200",
            description = "Streams of each kind (default: ${DEFAULT-VALUE}).")
    private int seeds;

    @Option(
            names = "--weeks",
            paramLabel = "N",
            defaultValue = "8",
            description =
                    "Weeks for which a stream without a change is watched (default:"
                            + " ${DEFAULT-VALUE}).")
    private int weeks;

    @Option(
            names = "--per-hour",
            paramLabel = "N",
            split = ",",
            defaultValue = "2,10,100",
            description = "Volumes of made-up streams (default: ${DEFAULT-VALUE}).")
    private List<Double> perHour;

    @Option(
            names = "--scenario",
            paramLabel = "ID",
            split = ",",
            description = "Kinds of streams that take part (default: all).")
    private Set<String> scenarios = Set.of();

    @Option(
            names = "--budgets",
            paramLabel = "TIME",
            split = ",",
            defaultValue = "8w,2w,26w",
            description =
                    "Time for one false alarm; the first counts, the others make the curve (default:"
                            + " ${DEFAULT-VALUE}).")
    private List<String> budgets;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder with histories as CSV, to be resampled.")
    private Path data;

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description =
                    "Write alert-evaluation.md, and a folder of that name with all figures as CSV and"
                            + " the curves, into DIR.")
    private Path report;

    @Override
    public Integer call() throws IOException {
        if (seeds < 1 || weeks < 1) {
            throw new UsageException("--seeds and --weeks are above 0");
        }
        LongRun progress = LongRun.onStandardError("Alerts");
        AlertBenchRun.Listener listener = listener(progress);
        BenchOutcome outcome;
        String robustness = "";
        List<Rival> rivals = Rivals.found();
        try {
            outcome = AlertBenchRun.run(plan(), rivals, ReplayedSources.in(data), listener);
            if (scenarios.isEmpty() && perHour.contains(10.0)) {
                robustness = AlertBenchRun.robustness(outcome, rivals, listener);
            }
        } finally {
            progress.end();
        }
        if (report != null) {
            System.err.println("Report: " + write(outcome, robustness));
        }
        System.err.print(robustness);
        new PrintStream(System.out, true, StandardCharsets.UTF_8)
                .println(BenchSummary.json(outcome));
        return 0;
    }

    private AlertBenchRun.Listener listener(LongRun progress) {
        return new AlertBenchRun.Listener() {
            @Override
            public void at(String what, long done, long total) {
                progress.at(what, done, total);
            }

            @Override
            public void through(BenchOutcome soFar) {
                if (report != null) {
                    write(soFar, "");
                }
            }
        };
    }

    private Path write(BenchOutcome outcome, String robustness) {
        try {
            return BenchFiles.write(outcome, report, command(), machine(), robustness);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private BenchPlan plan() {
        return new BenchPlan(
                seeds,
                Duration.ofDays(7L * weeks),
                perHour,
                scenarios,
                budgets.stream().map(BenchAlertsCommand::duration).toList());
    }

    private static Duration duration(String text) {
        return AlertRulesReader.duration(text)
                .orElseThrow(
                        () -> new UserException("--budgets are times such as 8w, not '" + text));
    }

    private String command() {
        StringBuilder command =
                new StringBuilder(
                        String.format(
                                Locale.ROOT,
                                "./throughline bench alerts --seeds %d --weeks %d --per-hour %s"
                                        + " --budgets %s",
                                seeds,
                                weeks,
                                perHour.stream()
                                        .map(one -> one.toString().replaceAll("\\.0$", ""))
                                        .collect(Collectors.joining(",")),
                                String.join(",", budgets)));
        if (data != null) {
            command.append(" --data DIR");
        }
        if (!scenarios.isEmpty()) {
            command.append(" --scenario ").append(String.join(",", scenarios));
        }
        return command.append(" --report docs").toString();
    }

    private static String machine() {
        return Runtime.getRuntime().availableProcessors()
                + " cores, Java "
                + System.getProperty("java.version")
                + " ("
                + System.getProperty("os.arch")
                + ")";
    }
}
