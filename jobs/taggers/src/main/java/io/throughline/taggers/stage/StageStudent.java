package io.throughline.taggers.stage;

import io.throughline.domain.tagging.Evidence;
import io.throughline.domain.tagging.StageExplainer;
import io.throughline.domain.tagging.StageTagger;
import io.throughline.domain.tagging.Verbatim;
import io.throughline.model.Abstention;
import io.throughline.model.StageTags;
import io.throughline.taggers.linear.LinearModel;
import java.util.List;
import java.util.Map;

/**
 * The fast stage tagger: a linear model that learnt from the teacher and from people on this
 * stream. Made by a {@link StageLearner}; thread-safe.
 */
public final class StageStudent implements StageTagger, StageExplainer {

    static final String ID = "stage-student";

    /** Parameter of the model: from which confidence on the student needs no teacher. */
    static final String SURE = "sure";

    private static final double SURE_BY_DEFAULT = 0.8;

    private final LinearModel model;
    private final StageFeatures features;
    private final StageSpans spans;
    private final StageDecision decision;

    StageStudent(
            LinearModel model, StageFeatures features, StageSpans spans, StageDecision decision) {
        this.model = model;
        this.features = features;
        this.spans = spans;
        this.decision = decision;
    }

    /** Version of the model. */
    public String version() {
        return model.version();
    }

    /** The model as {@link StageLearner#student(byte[])} reads it. */
    public byte[] bytes() {
        return model.bytes();
    }

    @Override
    public StageTags tag(Verbatim verbatim) {
        Abstention unreadable = StageText.unreadable(verbatim);
        return unreadable == null
                ? decision.of(shares(verbatim), 1, () -> spans.areIn(verbatim))
                : decision.abstained(unreadable);
    }

    /** Whether an answer is as good as the teacher's would be. */
    public boolean isSure(StageTags tags) {
        return !tags.stages().isEmpty()
                && tags.stages().get(0).confidence()
                        >= model.parameters().getOrDefault(SURE, SURE_BY_DEFAULT);
    }

    @Override
    public Map<String, List<Evidence>> explain(Verbatim verbatim) {
        return StageText.unreadable(verbatim) == null ? spans.of(verbatim) : Map.of();
    }

    double[] shares(Verbatim verbatim) {
        return model.probabilities(features.of(StageText.judged(verbatim)));
    }
}
