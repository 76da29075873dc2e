package io.throughline.domain.detect.simulate;

import java.util.Objects;

/**
 * A channel of a synthetic stage.
 *
 * @param part of the stage's feedback, 0 to 1
 * @param laterPart the same after the mix has changed
 * @param negative negative share in control, 0 to 1
 */
public record SyntheticChannel(String name, double part, double laterPart, double negative) {

    public SyntheticChannel {
        Objects.requireNonNull(name, "name");
    }
}
