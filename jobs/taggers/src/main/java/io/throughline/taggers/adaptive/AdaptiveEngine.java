package io.throughline.taggers.adaptive;

import io.throughline.domain.learning.Learner;
import io.throughline.domain.learning.LearnerEngine;
import io.throughline.domain.tagging.Engines;
import io.throughline.journey.JourneyMap;
import io.throughline.taggers.stage.StageLearner;

/** The learner that comes with the program: fast student, deep teacher, stages from the map. */
public final class AdaptiveEngine implements LearnerEngine {

    /** The engine that answers what the student is not sure of. */
    static final String TEACHER = "teacher";

    @Override
    public String id() {
        return AdaptiveLearner.ID;
    }

    @Override
    public Learner learner(JourneyMap map) {
        return new AdaptiveLearner(teacher(), map == null ? null : stages(map));
    }

    private static MapStages stages(JourneyMap map) {
        return new MapStages(
                map, Engines.stage(Engines.DEFAULT_STAGE).tagger(map), StageLearner.of(map));
    }

    static Teacher teacher() {
        return new Teacher(Engines.sentiment(TEACHER).tagger());
    }
}
