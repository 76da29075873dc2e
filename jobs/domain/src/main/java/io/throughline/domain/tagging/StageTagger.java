package io.throughline.domain.tagging;

import io.throughline.model.StageTags;

/**
 * Says which stages of a journey a feedback is about. The answer depends on nothing but the
 * verbatim and the map the tagger was made for. Thread-safe.
 */
public interface StageTagger {

    /** Stages with weights, or an abstention. */
    StageTags tag(Verbatim verbatim);
}
