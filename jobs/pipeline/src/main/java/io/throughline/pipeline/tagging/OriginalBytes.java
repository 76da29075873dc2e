package io.throughline.pipeline.tagging;

import io.throughline.model.Provenance;
import io.throughline.model.RawEnvelope;
import java.io.Serializable;
import java.util.Optional;

/** Finds the envelope a feedback came in, for the rare record that fails after it was parsed. */
@FunctionalInterface
interface OriginalBytes extends Serializable {

    /** The envelope at that place; empty when it is kept no longer. */
    Optional<RawEnvelope> find(Provenance provenance);
}
