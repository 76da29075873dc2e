package io.throughline.taggers.stage;

import io.throughline.domain.tagging.StageEngine;
import io.throughline.domain.tagging.StageTagger;
import io.throughline.journey.JourneyMap;

/** The default stage engine: it needs a journey map and nothing else. */
public final class CuesAndExamplesEngine implements StageEngine {

    static final String ID = "cues-and-examples";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public StageTagger tagger(JourneyMap map) {
        return new CuesAndExamplesTagger(map, Scoring.DEFAULT);
    }
}
