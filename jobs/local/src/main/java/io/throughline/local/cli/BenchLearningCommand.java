package io.throughline.local.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.throughline.domain.tagging.Verbatim;
import io.throughline.taggers.adaptive.LearningTrial;
import io.throughline.taggers.adaptive.LearningTrial.Labelled;
import io.throughline.taggers.adaptive.LearningTrial.Outcome;
import io.throughline.taggers.adaptive.StudentScore;
import io.throughline.taggers.train.TrainingData;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What the student gains from one pass over a stream. */
@Command(
        name = "learning",
        description =
                "Let the shipped student meet a stream, learn from the teacher on it, and score it on"
                        + " what came after: JSON on stdout, a table on stderr.")
final class BenchLearningCommand implements Callable<Integer> {

    @Option(
            names = "--labels",
            required = true,
            paramLabel = "FILE",
            description =
                    "CSV with the columns text and sentiment; the labels are for scoring alone.")
    private Path labels;

    @Option(
            names = "--lessons",
            paramLabel = "N",
            defaultValue = "4000",
            description = "Lessons that the teacher gives at most (default: ${DEFAULT-VALUE}).")
    private int lessons;

    @Option(
            names = "--corrected",
            paramLabel = "N",
            defaultValue = "0",
            description = "Texts whose label a person gives (default: ${DEFAULT-VALUE}).")
    private int corrected;

    @Option(
            names = "--passes",
            paramLabel = "N",
            defaultValue = "3",
            description =
                    "How often it is done, with the texts in another order each time (default:"
                            + " ${DEFAULT-VALUE}).")
    private int passes;

    @Override
    public Integer call() throws IOException {
        LongRun run = LongRun.onStandardError("Learning");
        List<Outcome> outcomes = new ArrayList<>();
        try {
            List<Labelled> stream = stream();
            LearningTrial trial = LearningTrial.ofShipped();
            for (int pass = 1; pass <= passes; pass++) {
                String step = "pass " + pass;
                outcomes.add(
                        trial.run(
                                stream,
                                lessons,
                                corrected,
                                pass,
                                taught -> run.at(step, taught, lessons)));
            }
        } catch (IllegalArgumentException e) {
            throw new UserException(e.getMessage(), e);
        } finally {
            run.end();
        }
        System.err.println("student   accuracy  macro-F1  sure of  accuracy when sure");
        for (Outcome outcome : outcomes) {
            System.err.printf(
                    Locale.ROOT,
                    "%,d texts met, %,d lessons of the teacher, %,d corrections; tried on %,d%n",
                    outcome.met(),
                    outcome.taught(),
                    outcome.corrected(),
                    outcome.tried());
            tell("shipped", outcome.before());
            tell("learnt", outcome.after());
        }
        new PrintStream(System.out, true, StandardCharsets.UTF_8)
                .println(new ObjectMapper().writeValueAsString(outcomes));
        return 0;
    }

    private static void tell(String name, StudentScore score) {
        System.err.printf(
                Locale.ROOT,
                "%-9s %8.3f %9.3f %8.3f %12.3f%n",
                name,
                score.accuracy(),
                score.macroF1(),
                score.sure(),
                score.accuracyWhenSure());
    }

    private List<Labelled> stream() throws IOException {
        return TrainingData.ofTable(labels).stream()
                .map(text -> new Labelled(Verbatim.of(text.text()), text.label()))
                .toList();
    }
}
