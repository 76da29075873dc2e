package io.throughline.pipeline.tagging;

import io.throughline.domain.learning.Learner;
import io.throughline.domain.tagging.Engines;
import io.throughline.domain.tagging.StageTagger;
import io.throughline.domain.tagging.TaggingChain;
import io.throughline.journey.JourneyMapReader;
import io.throughline.model.Feedback;
import io.throughline.model.StageTags;
import io.throughline.pipeline.learning.ModelChoice;
import io.throughline.pipeline.learning.ModelLog;
import java.util.Optional;

/**
 * The stages that a pipeline gives a feedback.
 *
 * <p>A learner answers with the version of its model that was in effect when the feedback arrived,
 * as it did then. So what differs from what the feedback has is of the map and not of the model.
 */
@FunctionalInterface
public interface FeedbackStages {

    /** Stages of a feedback that is redacted and whose language is known. */
    StageTags of(Feedback feedback);

    /** As a pipeline of these settings tags. The log is read to its end. */
    static FeedbackStages of(TaggingSettings settings, ModelLog log) {
        Optional<Learner> learner =
                settings.stagesAreTheLearners() ? settings.learner().learner() : Optional.empty();
        if (learner.isEmpty()) {
            StageTagger tagger =
                    Engines.stage(settings.stageEngine())
                            .tagger(
                                    JourneyMapReader.read(
                                            settings.journeyFile(), settings.journeyYaml()));
            return feedback -> tagger.tag(TaggingChain.verbatim(feedback));
        }
        ModelChoice versions =
                new ModelChoice(
                        settings.learner(),
                        learner.get(),
                        log,
                        settings.learning().initialTeacherShare());
        return feedback -> {
            ModelChoice.Chosen version = versions.at(LogTime.of(feedback));
            return learner.get()
                    .stages(
                            feedback.id(),
                            TaggingChain.verbatim(feedback),
                            version.student(),
                            version.teacherShare());
        };
    }
}
