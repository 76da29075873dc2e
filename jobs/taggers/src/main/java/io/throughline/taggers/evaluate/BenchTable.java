package io.throughline.taggers.evaluate;

import static io.throughline.taggers.evaluate.Markup.format;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A {@link BenchReport} as text in columns. */
final class BenchTable {

    private BenchTable() {}

    static String of(BenchReport report) {
        StringBuilder out = new StringBuilder();
        out.append(scores(report)).append('\n').append(speeds(report)).append('\n');
        out.append(trials(report)).append('\n').append(promises(report));
        for (EngineReport engine : report.engines()) {
            if (engine.unavailable() != null) {
                out.append('\n')
                        .append(engine.engine())
                        .append(" took no part: ")
                        .append(engine.unavailable());
            }
        }
        if (!report.missing().isEmpty()) {
            out.append("\nNot measured, since the file is not there: ")
                    .append(String.join(", ", report.missing()));
        }
        return out.append('\n').toString();
    }

    private static TextTable scores(BenchReport report) {
        TextTable table =
                new TextTable("set", "engine", "rows", "accuracy", "95 %", "macro-F1", "95 %");
        Map<String, Map<String, Scores>> bySet = new TreeMap<>();
        for (EngineReport engine : report.engines()) {
            engine.domains()
                    .forEach(
                            (set, scores) ->
                                    bySet.computeIfAbsent(set, s -> new TreeMap<>())
                                            .put(engine.engine(), scores));
        }
        bySet.forEach(
                (set, engines) ->
                        engines.entrySet().stream()
                                .sorted(
                                        Comparator.comparingDouble(
                                                one -> -one.getValue().accuracyOfAll()))
                                .forEach(one -> row(table, set, one.getKey(), one.getValue())));
        return table;
    }

    private static void row(TextTable table, String set, String engine, Scores scores) {
        Interval accuracy = scores.accuracyInterval();
        Interval macroF1 = scores.macroF1Interval();
        table.row(
                set,
                engine,
                String.format(Locale.ROOT, "%d", scores.labelled()),
                format("%.3f", scores.accuracyOfAll()),
                format("%.3f-%.3f", accuracy.low(), accuracy.high()),
                format("%.3f", scores.macroF1()),
                format("%.3f-%.3f", macroF1.low(), macroF1.high()));
    }

    private static TextTable speeds(BenchReport report) {
        TextTable table = new TextTable("engine", "records/CPU-s", "p50 ms", "p99 ms", "ECE");
        for (EngineReport engine : report.engines()) {
            if (engine.speed() != null && engine.all() != null) {
                table.row(
                        engine.engine(),
                        format("%,.0f", engine.speed().recordsPerCpuSecond()),
                        format("%.2f", engine.speed().p50Millis()),
                        format("%.2f", engine.speed().p99Millis()),
                        format("%.3f", engine.all().calibration().error()));
            }
        }
        return table;
    }

    private static TextTable trials(BenchReport report) {
        TextTable table = new TextTable("set", "engine", "model", "rows", "its training");
        for (Trial trial : report.trials()) {
            table.row(
                    trial.set(),
                    trial.engine(),
                    String.valueOf(trial.model()),
                    format("%d of %d", trial.rows(), trial.of()),
                    training(trial));
        }
        return table;
    }

    /** What a trial's model had seen of the set, in words. */
    static String training(Trial trial) {
        return switch (trial.knowledge()) {
            case UNSEEN -> "never saw the set";
            case LEFT_OUT -> "trained anew without " + String.join(", ", trial.without());
            case SEEN -> "LEARNT FROM THE SET: compare with nothing";
            case UNKNOWN -> "does not say what it learnt from";
        };
    }

    private static String promises(BenchReport report) {
        TextTable table = new TextTable("promise", "due", "found", "");
        List<Promise> promises = report.promises();
        promises.forEach(
                one -> table.row(one.what(), one.due(), one.found(), one.met() ? "met" : "MISSED"));
        long met = promises.stream().filter(Promise::met).count();
        return table + format("%d of %d met%n", met, promises.size());
    }
}
