package io.throughline.pipeline;

import io.throughline.domain.tagging.StageEngine;
import io.throughline.domain.tagging.StageTagger;
import io.throughline.journey.JourneyMap;
import io.throughline.model.Abstention;
import io.throughline.model.StageTag;
import io.throughline.model.StageTags;
import java.util.List;

/** The first stage of the map whose id is in the text. */
public final class WordStage implements StageEngine {

    public static final String ID = "words";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public StageTagger tagger(JourneyMap map) {
        return verbatim -> {
            List<StageTag> stages =
                    map.stages().stream()
                            .filter(stage -> verbatim.text().contains(stage.id()))
                            .limit(1)
                            .map(stage -> new StageTag(stage.id(), 1, 0.8))
                            .toList();
            return new StageTags(
                    stages,
                    stages.isEmpty() ? Abstention.values()[0] : null,
                    ID,
                    map.journey(),
                    map.version());
        };
    }
}
