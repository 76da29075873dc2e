package io.throughline.local.revise;

import io.throughline.journey.JourneyMap;
import io.throughline.journey.Stage;
import io.throughline.model.StageTag;
import io.throughline.model.StageTags;
import io.throughline.model.TaggedFeedback;
import io.throughline.pipeline.tagging.Corrected;
import io.throughline.pipeline.tagging.FeedbackStages;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Gives a line the stages of a new version of its journey map. Its sentiment stays, and so do the
 * stages that a person gave it, as far as the map still has them.
 */
final class Retagging {

    private final JourneyMap map;
    private final Set<String> known;
    private final FeedbackStages stagesOfMap;

    Retagging(JourneyMap map, FeedbackStages stagesOfMap) {
        this.map = map;
        this.stagesOfMap = stagesOfMap;
        this.known = map.stages().stream().map(Stage::id).collect(Collectors.toSet());
    }

    /** The line with the map's stages, in a generation that replaces it. */
    TaggedFeedback retag(TaggedFeedback line) {
        StageTags stages = stages(line);
        return new TaggedFeedback(
                line.feedback(),
                line.firstOccurredAt(),
                line.sentiment(),
                stages,
                TaggedFeedback.generation(line.sequence(), map.version()),
                line.redactions());
    }

    private StageTags stages(TaggedFeedback line) {
        StageTags former = line.stages();
        if (former.engine().equals(Corrected.ENGINE)) {
            List<String> kept =
                    former.stages().stream().map(StageTag::id).filter(known::contains).toList();
            if (!kept.isEmpty() || former.stages().isEmpty()) {
                return Corrected.stages(kept, map.journey(), map.version());
            }
        }
        return stagesOfMap.of(line.feedback());
    }
}
