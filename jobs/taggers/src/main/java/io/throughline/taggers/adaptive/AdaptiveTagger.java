package io.throughline.taggers.adaptive;

import io.throughline.domain.tagging.Evidence;
import io.throughline.domain.tagging.SentimentExplainer;
import io.throughline.domain.tagging.SentimentTagger;
import io.throughline.domain.tagging.TrainedModel;
import io.throughline.domain.tagging.TrainingSource;
import io.throughline.domain.tagging.Verbatim;
import io.throughline.model.Basis;
import io.throughline.model.Sentiment;
import io.throughline.taggers.student.StudentEngine;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Asks the teacher about everything that the student is not sure of. */
final class AdaptiveTagger implements SentimentTagger, SentimentExplainer, TrainedModel {

    private static final double ALL = 1;

    private final AdaptiveLearner learner;
    private final AdaptiveStudent student;
    private final SentimentTagger teacher;
    private final SentimentTagger fast;

    /**
     * A tagger of both.
     *
     * @param fast the engine of the same student, for what it learnt from
     */
    AdaptiveTagger(Teacher teacher, SentimentTagger fast) {
        this(teacher, StudentEngine.model(), fast);
    }

    /**
     * A tagger of another student.
     *
     * @param model of the student
     * @param fast the engine of the same student, for what it learnt from
     */
    AdaptiveTagger(Teacher teacher, byte[] model, SentimentTagger fast) {
        this.learner = new AdaptiveLearner(teacher, null);
        this.student = (AdaptiveStudent) learner.student(model);
        this.teacher = teacher.tagger();
        this.fast = fast;
    }

    @Override
    public Sentiment tag(Verbatim verbatim) {
        return learner.felt("", verbatim, student, ALL).sentiment();
    }

    /** The words that carried the answer, as the one of the two says that it rests on. */
    @Override
    public List<Evidence> explain(Verbatim verbatim) {
        Sentiment sentiment = tag(verbatim);
        if (sentiment.label() == null) {
            return List.of();
        }
        return sentiment.basis() == Basis.TEACHER && teacher instanceof SentimentExplainer slow
                ? slow.explain(verbatim)
                : student.sentiment().evidence(verbatim);
    }

    @Override
    public String model() {
        return student.version();
    }

    @Override
    public List<TrainingSource> trainedOn() {
        Set<TrainingSource> sources = new LinkedHashSet<>();
        for (SentimentTagger each : List.of(fast, teacher)) {
            if (each instanceof TrainedModel trained) {
                sources.addAll(trained.trainedOn());
            }
        }
        return List.copyOf(sources);
    }
}
