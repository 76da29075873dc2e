package io.throughline.pipeline.learning;

import io.throughline.model.ModelVersion;
import java.io.Serializable;
import java.util.function.Consumer;

/** The versions of the model as they are kept for ever. */
@FunctionalInterface
public interface ModelLog extends Serializable {

    /**
     * Hands every version that is committed now to a consumer, with its model, in the order they
     * were written in. Challengers that lost are none.
     */
    void read(Consumer<ModelVersion> to);
}
