package io.throughline.pipeline.tagging;

import io.throughline.channels.definition.ChannelDefinition;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/** Tells which channels are defined, as that changes while a job runs. Travels with the job. */
@FunctionalInterface
public interface DefinitionWatch extends Serializable {

    /**
     * The definitions; empty when nothing changed since the last call.
     *
     * @throws IOException when they cannot be read
     * @throws io.throughline.yaml.YamlException when they cannot be used
     */
    Optional<List<ChannelDefinition>> changed() throws IOException;
}
