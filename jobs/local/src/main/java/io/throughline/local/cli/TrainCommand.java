package io.throughline.local.cli;

import io.throughline.taggers.evaluate.Contestant;
import io.throughline.taggers.evaluate.Evaluation;
import io.throughline.taggers.evaluate.EvaluationOptions;
import io.throughline.taggers.evaluate.EvaluationProgress;
import io.throughline.taggers.evaluate.EvaluationReport;
import io.throughline.taggers.evaluate.LabelFileException;
import io.throughline.taggers.evaluate.LabelSet;
import io.throughline.taggers.train.TrainingResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Trains a sentiment model. */
@Command(
        name = "train",
        description = "Train a sentiment model. The same data, seed and JDK give the same bytes.",
        footer = {
            "",
            "Use it with --model-file of tag and evaluate, or for everything by naming it in the environment:",
            "THROUGHLINE_STUDENT_MODEL, THROUGHLINE_TEACHER_MODEL, THROUGHLINE_SENTIMENT_MODEL (corenlp-linear),",
            "THROUGHLINE_CLASSIFIER_MODEL (corenlp-classifier)."
        })
final class TrainCommand implements Callable<Integer> {

    @Option(
            names = "--model",
            paramLabel = "ID",
            defaultValue = "student",
            description =
                    "Engine whose model is trained: student, teacher, corenlp-linear or"
                            + " corenlp-classifier (default: ${DEFAULT-VALUE}).")
    private String model;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description =
                    "Labelled data: files that a training.yaml in it names, or *.csv with the columns"
                            + " text and sentiment.")
    private Path data;

    @Option(
            names = "--exclude",
            paramLabel = "SOURCE",
            split = ",",
            description =
                    "Leave out sources of the training list, for a model to be tried on them.")
    private Set<String> excluded = Set.of();

    @Option(
            names = "--test",
            paramLabel = "FILE",
            arity = "1..*",
            split = ",",
            description =
                    "Labelled files that are no part of the data: the model is held against them, as"
                            + " evaluate does.")
    private List<Path> tests = List.of();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "model",
            description = "Where the model and its card are written (default: ${DEFAULT-VALUE}).")
    private Path out;

    @Override
    public Integer call() throws IOException {
        ModelKind kind = ModelKind.named(model);
        LongRun progress = LongRun.onStandardError("Training " + model);
        TrainingResult result;
        EvaluationReport held;
        try {
            LabelSet labels = tests.isEmpty() ? null : LabelSet.check(tests);
            result = kind.train(data, out, new TreeSet<>(excluded), progress);
            held = labels == null ? null : held(labels, kind, result.model());
        } catch (LabelFileException e) {
            throw new UserException(e.getMessage(), e);
        } finally {
            progress.end();
        }
        System.err.printf(
                Locale.ROOT,
                "Trained on %,d texts: %,d features%nModel  %s (sha256 %s)%nCard   %s%n",
                result.texts(),
                result.features(),
                result.model(),
                result.sha256(),
                result.card());
        if (held != null) {
            System.err.print("\nOn texts that were held out\n" + held.table());
        }
        return 0;
    }

    private static EvaluationReport held(LabelSet labels, ModelKind kind, Path model)
            throws IOException {
        return Evaluation.run(
                labels,
                List.of(Contestant.of(kind.id(), kind.read(model))),
                EvaluationOptions.DEFAULTS,
                EvaluationProgress.NONE);
    }
}
