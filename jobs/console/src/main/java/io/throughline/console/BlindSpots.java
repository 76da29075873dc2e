package io.throughline.console;

import io.throughline.console.LiveView.StageView;
import io.throughline.journey.JourneyMap;
import java.util.List;
import java.util.Set;

/**
 * Where the map expects customers and none was heard in the days that the page looks at. What goes
 * on there is not known to be well: it is not known.
 *
 * @param stages ids of stages without feedback
 * @param touchpoints of the map's stages without feedback, sorted
 */
record BlindSpots(List<String> stages, List<String> touchpoints) {

    static final BlindSpots NONE = new BlindSpots(List.of(), List.of());

    /**
     * The blind spots.
     *
     * @param heard touchpoints that feedback named
     */
    static BlindSpots of(JourneyMap journey, List<StageView> stages, Set<String> heard) {
        return new BlindSpots(
                stages.stream().filter(stage -> stage.count() == 0).map(StageView::id).toList(),
                journey.stages().stream()
                        .flatMap(stage -> stage.touchpoints().stream())
                        .filter(touchpoint -> !heard.contains(touchpoint))
                        .distinct()
                        .sorted()
                        .toList());
    }
}
