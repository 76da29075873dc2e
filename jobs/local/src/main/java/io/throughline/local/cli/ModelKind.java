package io.throughline.local.cli;

import io.throughline.domain.tagging.SentimentTagger;
import io.throughline.nlp.classifier.ClassifierSentimentEngine;
import io.throughline.nlp.linear.LinearSentimentEngine;
import io.throughline.nlp.train.ClassifierTraining;
import io.throughline.nlp.train.SentimentTraining;
import io.throughline.taggers.student.StudentEngine;
import io.throughline.taggers.student.StudentTraining;
import io.throughline.taggers.teacher.TeacherEngine;
import io.throughline.taggers.teacher.TeacherTraining;
import io.throughline.taggers.train.TrainingResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The sentiment engines whose models can be trained from labelled data. */
enum ModelKind {
    /** The fast one. */
    STUDENT(
            (data, out, without, progress) -> StudentTraining.train(data, out, without),
            StudentEngine::read),
    /** The accurate one: its head; the encoders stay as they are. */
    TEACHER(
            (data, out, without, progress) ->
                    TeacherTraining.train(
                            data,
                            out,
                            without,
                            (step, done, total, left) -> progress.at(step, done, total)),
            TeacherEngine::read),
    /** A linear model on Stanford CoreNLP's tokens. */
    CORENLP_LINEAR(
            (data, out, without, progress) -> SentimentTraining.train(data, out, without),
            LinearSentimentEngine::read),
    /** Stanford CoreNLP's own text classifier. */
    CORENLP_CLASSIFIER(
            (data, out, without, progress) -> ClassifierTraining.train(data, out, without),
            ClassifierSentimentEngine::read);

    private final Training training;
    private final Function<Path, SentimentTagger> reader;

    ModelKind(Training training, Function<Path, SentimentTagger> reader) {
        this.training = training;
        this.reader = reader;
    }

    /** The kind of an engine's model; empty when it has none that is trained here. */
    static Optional<ModelKind> of(String engine) {
        return Arrays.stream(values()).filter(kind -> kind.id().equals(engine)).findFirst();
    }

    /**
     * The kind that a user names.
     *
     * @throws UserException when there is none, saying which there are
     */
    static ModelKind named(String engine) {
        return of(engine)
                .orElseThrow(
                        () ->
                                new UserException(
                                        "no model is trained for '"
                                                + engine
                                                + "', only for "
                                                + Arrays.stream(values())
                                                        .map(ModelKind::id)
                                                        .collect(Collectors.joining(", "))));
    }

    /** Id of the engine. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Trains and writes the model and its card.
     *
     * @param without ids of sources that are left out
     * @throws IOException when the data cannot be read, or there is nothing to train on
     */
    TrainingResult train(Path data, Path out, Set<String> without, LongRun progress)
            throws IOException {
        return training.train(data, out, without, progress);
    }

    /**
     * A tagger with the model in a file.
     *
     * @throws io.throughline.domain.tagging.EngineUnavailableException when it cannot be read
     */
    SentimentTagger read(Path model) {
        return reader.apply(model);
    }

    private interface Training {

        TrainingResult train(Path data, Path out, Set<String> without, LongRun progress)
                throws IOException;
    }
}
