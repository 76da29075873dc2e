package io.throughline.local.cli;

import io.throughline.domain.tagging.Engines;
import io.throughline.domain.tagging.SentimentTagger;
import io.throughline.domain.tagging.TrainedModel;
import io.throughline.domain.tagging.TrainingSource;
import io.throughline.taggers.adaptive.AdaptiveSentimentEngine;
import io.throughline.taggers.evaluate.Retraining;
import io.throughline.taggers.train.TrainingResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Trains models anew without some files, each once. */
final class Retrained implements Retraining {

    private static final String ADAPTIVE = "adaptive";

    private final Path data;
    private final Path work;
    private final LongRun progress;
    private final Map<String, Path> models = new HashMap<>();

    /**
     * @param data directory that models are trained on
     * @param work directory for the models
     */
    Retrained(Path data, Path work, LongRun progress) {
        this.data = data;
        this.work = work;
        this.progress = progress;
    }

    @Override
    public Optional<SentimentTagger> train(String engine, Set<String> without) throws IOException {
        if (engine.equals(ADAPTIVE)) {
            return Optional.of(adaptive(without));
        }
        Optional<ModelKind> kind = ModelKind.of(engine);
        return kind.isEmpty()
                ? Optional.empty()
                : Optional.of(kind.get().read(model(kind.get(), without)));
    }

    /** Both of its models, each without those of the files that it learns from. */
    private SentimentTagger adaptive(Set<String> without) throws IOException {
        Path student = model(ModelKind.STUDENT, learntFrom("student", without));
        Path teacher = model(ModelKind.TEACHER, learntFrom("teacher", without));
        return AdaptiveSentimentEngine.of(
                ModelKind.TEACHER.read(teacher),
                Files.readAllBytes(student),
                ModelKind.STUDENT.read(student));
    }

    private static Set<String> learntFrom(String engine, Set<String> ids) {
        Set<String> learnt = new TreeSet<>(ids);
        if (Engines.sentiment(engine).tagger() instanceof TrainedModel model) {
            learnt.retainAll(
                    model.trainedOn().stream().map(TrainingSource::id).collect(Collectors.toSet()));
        }
        return learnt;
    }

    private Path model(ModelKind kind, Set<String> without) throws IOException {
        String key = kind.id() + "-without-" + String.join("-", new TreeSet<>(without));
        Path known = models.get(key);
        if (known == null) {
            TrainingResult result = kind.train(data, work.resolve(key), without, progress);
            known = result.model();
            models.put(key, known);
        }
        return known;
    }
}
