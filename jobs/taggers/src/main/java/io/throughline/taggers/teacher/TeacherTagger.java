package io.throughline.taggers.teacher;

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

/** Answers with a {@link Teacher}, or says why there is no answer. */
final class TeacherTagger implements SentimentTagger, SentimentExplainer, TrainedModel {

    private final Teacher teacher;

    TeacherTagger(Teacher teacher) {
        this.teacher = teacher;
    }

    @Override
    public Sentiment tag(Verbatim verbatim) {
        Abstention abstention = CustomerTurns.abstention(verbatim);
        if (abstention != null) {
            return abstained(abstention);
        }
        return teacher.distribution(verbatim)
                .map(feeling -> feeling.sentiment(TeacherEngine.ID, model(), null))
                .orElseGet(() -> abstained(Abstention.NO_TEXT));
    }

    @Override
    public List<Evidence> explain(Verbatim verbatim) {
        return teacher.evidence(verbatim);
    }

    @Override
    public String model() {
        return teacher.version();
    }

    @Override
    public String fingerprint() {
        return teacher.fingerprint();
    }

    @Override
    public List<TrainingSource> trainedOn() {
        return teacher.trainedOn();
    }

    private Sentiment abstained(Abstention why) {
        return Sentiment.abstained(why, TeacherEngine.ID, model());
    }
}
