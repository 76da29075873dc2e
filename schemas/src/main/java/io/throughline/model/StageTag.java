package io.throughline.model;

import java.util.Objects;

/**
 * A journey stage that a feedback is about.
 *
 * @param id stage id of the journey map
 * @param weight share of the feedback that is about this stage; the weights of one feedback sum to
 *     1
 * @param confidence 0 to 1
 */
public record StageTag(String id, double weight, double confidence) {

    public StageTag {
        Objects.requireNonNull(id, "id");
        if (!(weight > 0 && weight <= 1) || !(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException(
                    "weight " + weight + " or confidence " + confidence + " is out of range");
        }
    }
}
