package io.throughline.local.cli;

import io.throughline.nlp.train.ClassifierTraining;
import io.throughline.nlp.train.SentimentTraining;
import io.throughline.taggers.student.StudentTraining;
import io.throughline.taggers.train.TrainingResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Trains a sentiment model. */
@Command(
        name = "train",
        description = "Train a sentiment model. The same data, seed and JDK give the same bytes.")
final class TrainCommand implements Callable<Integer> {

    /** The engines whose models are trained from labelled data. */
    private static final Map<String, Training> TRAININGS =
            new TreeMap<>(
                    Map.of(
                            "corenlp-linear", SentimentTraining::train,
                            "corenlp-classifier", ClassifierTraining::train,
                            "student", StudentTraining::train));

    @Option(
            names = "--model",
            paramLabel = "ID",
            defaultValue = "corenlp-linear",
            description =
                    "Engine whose model is trained: corenlp-linear, corenlp-classifier or student"
                            + " (default: ${DEFAULT-VALUE}).")
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
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "model",
            description = "Where the model and its card are written (default: ${DEFAULT-VALUE}).")
    private Path out;

    @Override
    public Integer call() throws Exception {
        Training training = TRAININGS.get(model);
        if (training == null) {
            throw new UserException(
                    "no model is trained for '"
                            + model
                            + "', only for "
                            + String.join(", ", TRAININGS.keySet()));
        }
        TrainingResult result = training.train(data, out);
        System.err.printf(
                "Trained on %,d texts: %,d features%nModel  %s (sha256 %s)%nCard   %s%n",
                result.texts(), result.features(), result.model(), result.sha256(), result.card());
        return 0;
    }

    private interface Training {

        TrainingResult train(Path data, Path out) throws IOException;
    }
}
