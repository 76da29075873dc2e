package io.throughline.local.cli;

import io.throughline.channels.definition.ChannelDefinition;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A channel that was named on the command line.
 *
 * @param file where the definition is; empty when it is shipped and its sources are not here
 */
record LocatedChannel(ChannelDefinition definition, Optional<Path> file) {

    /** Id of the channel. */
    String id() {
        return definition.id();
    }

    /** The folder of fixtures beside the definition, which need not be there. */
    Optional<Path> fixtures() {
        return file.map(path -> path.toAbsolutePath().resolveSibling("fixtures"));
    }
}
