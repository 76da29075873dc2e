package io.throughline.model;

import java.util.List;
import java.util.Objects;

/**
 * The stages a feedback is about, heaviest first; either some stages or an abstention.
 *
 * @param stages empty when the tagger abstained; weights sum to 1
 * @param abstention why there is no stage; null when there is one
 * @param engine id of the engine that answered
 * @param journey id of the journey map
 * @param journeyVersion version of the journey map
 */
public record StageTags(
        List<StageTag> stages,
        Abstention abstention,
        String engine,
        String journey,
        int journeyVersion) {

    public StageTags {
        stages = List.copyOf(stages);
        if (stages.isEmpty() == (abstention == null)) {
            throw new IllegalArgumentException("either stages or an abstention");
        }
        Objects.requireNonNull(engine, "engine");
        Objects.requireNonNull(journey, "journey");
    }
}
