package io.throughline.taggers.stage;

import io.throughline.domain.tagging.StageEngine;
import io.throughline.domain.tagging.StageTagger;
import io.throughline.journey.JourneyMap;
import io.throughline.taggers.encoder.Encoders;

/** Rules and sentence embeddings together, from a journey map and nothing else. */
public final class StageTeacherEngine implements StageEngine {

    static final String ID = "stage-teacher";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public StageTagger tagger(JourneyMap map) {
        return new StageTeacher(map, Encoders.bge());
    }
}
