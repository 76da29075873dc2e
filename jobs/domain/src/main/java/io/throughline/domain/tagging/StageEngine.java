package io.throughline.domain.tagging;

import io.throughline.journey.JourneyMap;

/** A kind of stage tagger, found by {@link java.util.ServiceLoader}. */
public interface StageEngine {

    /** Id in configuration and on documents, e.g. {@code cues-and-examples}. */
    String id();

    /** A tagger for the map, learnt from its cues and examples alone. */
    StageTagger tagger(JourneyMap map);
}
