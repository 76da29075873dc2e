package io.throughline.pipeline.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.domain.tagging.Engines;
import io.throughline.model.Feedback;
import io.throughline.model.Provenance;
import io.throughline.model.StageTags;
import io.throughline.pipeline.MemoryLog;
import io.throughline.pipeline.Samples;
import io.throughline.pipeline.WordLearner;
import io.throughline.pipeline.WordStage;
import io.throughline.pipeline.learning.LearningSettings;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Whose stages a pipeline of some settings gives. */
class FeedbackStagesTest {

    private static final TaggingSettings LEARNERS =
            Samples.learning(LearningSettings.DEFAULT).withStages(Engines.DEFAULT_STAGE);

    @Test
    void stagesAreOfTheLearnerWithTheVersionOfWhenTheFeedbackArrived() {
        FeedbackStages stages =
                FeedbackStages.of(
                        LEARNERS,
                        MemoryLog.of("stages", Samples.version(1, Samples.NOON, "order")));

        assertThat(at(stages, Samples.NOON.minusMillis(1)).stages()).isNotEmpty();
        assertThat(at(stages, Samples.NOON).engine()).isEqualTo(WordLearner.ID);
    }

    @Test
    void anEngineThatWasAskedForIsNotTheLearners() {
        FeedbackStages stages =
                FeedbackStages.of(
                        Samples.learning(LearningSettings.DEFAULT), MemoryLog.of("asked"));

        assertThat(at(stages, Samples.NOON).engine()).isEqualTo(WordStage.ID);
    }

    private static StageTags at(FeedbackStages stages, Instant appendedAt) {
        Feedback feedback =
                Samples.feedback("a", 1, "my order")
                        .provenance(
                                new Provenance(
                                        "file:a",
                                        3,
                                        0,
                                        "feedback.raw",
                                        0,
                                        7,
                                        "ab".repeat(32),
                                        appendedAt))
                        .build();
        return stages.of(feedback);
    }
}
