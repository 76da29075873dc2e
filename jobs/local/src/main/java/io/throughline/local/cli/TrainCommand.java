package io.throughline.local.cli;

import io.throughline.nlp.train.SentimentTraining;
import io.throughline.taggers.train.TrainingResult;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Trains the default sentiment model. */
@Command(
        name = "train",
        description =
                "Train the default sentiment model. The same data, seed and JDK give the same bytes.")
final class TrainCommand implements Callable<Integer> {

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
        TrainingResult result = SentimentTraining.train(data, out);
        System.err.printf(
                "Trained on %,d texts: %,d features%nModel  %s (sha256 %s)%nCard   %s%n",
                result.texts(), result.features(), result.model(), result.sha256(), result.card());
        return 0;
    }
}
