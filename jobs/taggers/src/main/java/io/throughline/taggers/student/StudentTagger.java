package io.throughline.taggers.student;

import io.throughline.domain.tagging.Evidence;
import io.throughline.domain.tagging.SentimentExplainer;
import io.throughline.domain.tagging.SentimentTagger;
import io.throughline.domain.tagging.TrainedModel;
import io.throughline.domain.tagging.TrainingSource;
import io.throughline.domain.tagging.Verbatim;
import io.throughline.model.Abstention;
import io.throughline.model.Sentiment;
import io.throughline.taggers.text.CustomerTurns;
import java.util.List;

/** Answers with a {@link SentimentModel}, or says why there is no answer. */
final class StudentTagger implements SentimentTagger, SentimentExplainer, TrainedModel {

    private final SentimentModel model;
    private final List<TrainingSource> sources;

    StudentTagger(SentimentModel model, List<TrainingSource> sources) {
        this.model = model;
        this.sources = List.copyOf(sources);
    }

    @Override
    public Sentiment tag(Verbatim verbatim) {
        Abstention abstention = CustomerTurns.abstention(verbatim);
        if (abstention != null) {
            return abstained(abstention);
        }
        return model.distribution(verbatim)
                .map(feeling -> feeling.sentiment(StudentEngine.ID, model(), null))
                .orElseGet(() -> abstained(Abstention.NO_TEXT));
    }

    @Override
    public List<Evidence> explain(Verbatim verbatim) {
        return CustomerTurns.abstention(verbatim) == null ? model.evidence(verbatim) : List.of();
    }

    @Override
    public String model() {
        return model.linear().version();
    }

    @Override
    public List<TrainingSource> trainedOn() {
        return sources;
    }

    private Sentiment abstained(Abstention why) {
        return Sentiment.abstained(why, StudentEngine.ID, model());
    }
}
