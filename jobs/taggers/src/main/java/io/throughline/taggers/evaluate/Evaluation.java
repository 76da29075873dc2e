package io.throughline.taggers.evaluate;

import io.throughline.domain.tagging.SentimentTagger;
import io.throughline.domain.tagging.StageTagger;
import io.throughline.domain.tagging.TrainingSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Holds taggers against files that people labelled, side by side.
 *
 * <p>Files are CSV or JSON lines with {@code text} and {@code sentiment} (negative, neutral,
 * positive), {@code stage} (ids of the journey map), or both; see {@link RowParser} for what else a
 * row may have. A row without a label is not counted for that label. Rows stream, and all engines
 * tag the same rows in turn, so that a machine that gets slower meanwhile slows them alike.
 */
public final class Evaluation {

    /** Rows that an engine tags before the next one gets them: enough to have its caches warm. */
    private static final int CHUNK = 1024;

    private final List<ContestantLog> logs;
    private final EvaluationOptions options;
    private final EvaluationProgress progress;

    private Evaluation(
            List<Contestant> contestants, EvaluationOptions options, EvaluationProgress progress) {
        this.logs = contestants.stream().map(ContestantLog::new).toList();
        this.options = options;
        this.progress = progress;
    }

    /**
     * Tags every labelled row with every contestant and counts.
     *
     * @throws IOException when a file cannot be read again
     */
    public static EvaluationReport run(
            LabelSet labels,
            List<Contestant> contestants,
            EvaluationOptions options,
            EvaluationProgress progress)
            throws IOException {
        return new Evaluation(contestants, options, progress).run(labels.files());
    }

    /**
     * Tags every labelled row of one file.
     *
     * @param sentimentTagger null when sentiment is not to be evaluated
     * @param stageTagger null when the stage is not to be evaluated
     */
    public static EvaluationReport run(
            Path labels, SentimentTagger sentimentTagger, StageTagger stageTagger)
            throws IOException {
        List<Contestant> contestants = new ArrayList<>();
        if (sentimentTagger != null) {
            contestants.add(Contestant.of("given", sentimentTagger));
        }
        if (stageTagger != null) {
            contestants.add(Contestant.of("given", stageTagger));
        }
        return run(
                LabelSet.check(List.of(labels)),
                contestants,
                EvaluationOptions.DEFAULTS,
                EvaluationProgress.NONE);
    }

    private EvaluationReport run(List<LabelFile> files) throws IOException {
        List<FileReport> reports = new ArrayList<>();
        for (LabelFile file : files) {
            long taken = LabelledRows.taken(file, options.limit());
            reports.add(
                    new FileReport(file.name(), file.domain(), file.rows(), taken, file.sha256()));
        }
        long rows = reports.stream().mapToLong(FileReport::taken).sum();
        try (LabelledRows all = new LabelledRows(files, options);
                TaggingThreads threads = new TaggingThreads(options.threads())) {
            tag(all, threads, rows);
        }
        List<EngineReport> engines = logs.stream().map(ContestantLog::report).toList();
        return new EvaluationReport(
                rows,
                first(engines, Task.SENTIMENT),
                first(engines, Task.STAGE),
                reports,
                options.threads(),
                engines,
                warnings(reports, engines));
    }

    private void tag(LabelledRows all, TaggingThreads threads, long rows) throws IOException {
        List<ContestantLog> present =
                logs.stream().filter(log -> log.contestant().unavailable().isEmpty()).toList();
        long total = rows * present.size();
        long[] done = {0};
        for (var chunk = all.next(CHUNK); !chunk.isEmpty(); chunk = all.next(CHUNK)) {
            for (ContestantLog log : present) {
                Task task = log.contestant().task();
                long before = done[0];
                threads.tag(
                        log.contestant(),
                        log,
                        chunk.stream().filter(row -> row.label(task) != null).toList(),
                        tagged -> progress.at(log.contestant().id(), before + tagged, total));
                done[0] = before + chunk.size();
            }
        }
    }

    private static Scores first(List<EngineReport> engines, Task task) {
        return engines.stream()
                .filter(engine -> engine.task().equals(task.id()))
                .filter(EngineReport::available)
                .findFirst()
                .map(EngineReport::all)
                .orElse(null);
    }

    private static List<String> warnings(List<FileReport> files, List<EngineReport> engines) {
        Set<String> warnings = new LinkedHashSet<>();
        for (EngineReport engine : engines) {
            if (engine.failure() != null) {
                warnings.add(
                        engine.engine()
                                + " failed on some rows, first with "
                                + engine.failure()
                                + "; they count as without an answer");
            }
            for (FileReport file : files) {
                if (engine.trainedOn() != null
                        && engine.trainedOn().stream()
                                .map(TrainingSource::sha256)
                                .anyMatch(file.sha256()::equals)) {
                    warnings.add(
                            file.file()
                                    + " is among the files that "
                                    + engine.model()
                                    + " of "
                                    + engine.engine()
                                    + " learnt from: its scores there say nothing about texts that"
                                    + " it has not seen");
                }
            }
        }
        return List.copyOf(warnings);
    }
}
