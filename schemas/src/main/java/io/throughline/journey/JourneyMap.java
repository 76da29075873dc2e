package io.throughline.journey;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The stages of a customer's journey, as customers see them, with what tells that a piece of
 * feedback is about one. Read from {@code journey.yaml} by {@link JourneyMapReader}.
 *
 * @param journey id of the map
 * @param version grows with every change, 1 or more; stamped on every tagged document
 * @param stages in journey order; never empty
 */
public record JourneyMap(String journey, int version, List<Stage> stages) {

    public JourneyMap {
        Objects.requireNonNull(journey, "journey");
        stages = List.copyOf(stages);
    }

    /** The stage of that id. */
    public Optional<Stage> stage(String id) {
        return stages.stream().filter(stage -> stage.id().equals(id)).findFirst();
    }
}
