package io.throughline.taggers.evaluate;

import io.throughline.domain.tagging.TrainingSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** An {@link EvaluationReport} as text in columns. */
final class ReportTable {

    private static final String NONE = "-";

    private ReportTable() {}

    static String of(EvaluationReport report) {
        StringBuilder out = new StringBuilder();
        out.append(rows(report)).append('\n');
        boolean scored = false;
        for (Task task : Task.values()) {
            List<EngineReport> engines =
                    report.engines().stream().filter(e -> e.task().equals(task.id())).toList();
            if (engines.stream().anyMatch(engine -> engine.all() != null)) {
                scored = true;
                out.append('\n').append(task(task, engines));
            }
        }
        if (!scored) {
            out.append("no row has a label that was asked for\n");
        }
        report.warnings().forEach(warning -> out.append("\nWarning: ").append(warning));
        return out.append(report.warnings().isEmpty() ? "" : "\n").toString();
    }

    private static String rows(EvaluationReport report) {
        String rows = String.format(Locale.ROOT, "%,d rows", report.rows());
        return report.files().size() == 1
                ? rows
                : rows
                        + " of "
                        + report.files().stream()
                                .map(f -> String.format("%s (%,d)", f.domain(), f.taken()))
                                .collect(Collectors.joining(", "));
    }

    private static String task(Task task, List<EngineReport> engines) {
        StringBuilder out = new StringBuilder();
        TextTable table =
                new TextTable(
                        task.id(),
                        "domain",
                        "accuracy",
                        "95 %",
                        "macro-F1",
                        "95 %",
                        "coverage",
                        "ECE");
        for (EngineReport engine : engines) {
            if (engine.available()) {
                engine.domains().forEach((name, scores) -> table.row(cells(engine, name, scores)));
                if (engine.domains().size() > 1) {
                    table.row(cells(engine, "all", engine.all()));
                }
            }
        }
        out.append(table).append('\n').append(speeds(engines));
        for (EngineReport engine : engines) {
            if (engine.unavailable() != null) {
                out.append(engine.engine())
                        .append(" took no part: ")
                        .append(engine.unavailable())
                        .append('\n');
            }
        }
        out.append('\n').append(trainedOn(engines));
        for (EngineReport engine : engines) {
            if (engine.all() != null) {
                String title =
                        engines.size() == 1 ? task.id() : task.id() + " by " + engine.engine();
                out.append('\n').append(ScoreTable.of(title, engine.all()));
            }
        }
        return out.toString();
    }

    private static String[] cells(EngineReport engine, String domain, Scores scores) {
        return new String[] {
            engine.engine(),
            domain,
            figure(scores.accuracy()),
            interval(scores.accuracyInterval()),
            figure(scores.macroF1()),
            interval(scores.macroF1Interval()),
            figure(scores.coverage()),
            figure(scores.calibration().error())
        };
    }

    private static TextTable speeds(List<EngineReport> engines) {
        TextTable table =
                new TextTable(
                        "engine",
                        "records/CPU-s",
                        "p50 ms",
                        "p99 ms",
                        "slowest ms",
                        "measured",
                        "load s",
                        "heap MB");
        for (EngineReport engine : engines) {
            Speed speed = engine.speed();
            if (speed != null) {
                Loading loading = engine.loading();
                table.row(
                        engine.engine(),
                        String.format(Locale.ROOT, "%,.0f", speed.recordsPerCpuSecond()),
                        String.format(Locale.ROOT, "%.2f", speed.p50Millis()),
                        String.format(Locale.ROOT, "%.2f", speed.p99Millis()),
                        String.format(Locale.ROOT, "%.1f", speed.slowestMillis()),
                        String.format(Locale.ROOT, "%,d", speed.records()),
                        loading == null
                                ? NONE
                                : String.format(Locale.ROOT, "%.1f", loading.seconds()),
                        loading == null
                                ? NONE
                                : String.format(Locale.ROOT, "%.0f", loading.heapBytes() / 1e6));
            }
        }
        return table;
    }

    private static String trainedOn(List<EngineReport> engines) {
        StringBuilder out = new StringBuilder();
        for (EngineReport engine : engines) {
            if (engine.all() != null) {
                out.append(engine.engine())
                        .append(" (")
                        .append(engine.model())
                        .append(") learnt from: ")
                        .append(sources(engine.trainedOn()))
                        .append('\n');
            }
        }
        return out.toString();
    }

    private static String sources(List<TrainingSource> sources) {
        if (sources == null) {
            return "it does not say";
        }
        List<String> names = new ArrayList<>();
        sources.forEach(
                source ->
                        names.add(
                                source.texts() == 0
                                        ? source.id()
                                        : String.format(
                                                Locale.ROOT,
                                                "%s (%,d)",
                                                source.id(),
                                                source.texts())));
        return names.isEmpty() ? "nothing" : String.join(", ", names);
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    private static String interval(Interval interval) {
        return figure(interval.low()) + "-" + figure(interval.high());
    }
}
