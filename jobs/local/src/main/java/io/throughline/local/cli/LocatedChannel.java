package io.throughline.local.cli;

import io.throughline.channels.definition.ChannelDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    /** The text of its definition. */
    String yaml() throws IOException {
        return file.isPresent()
                ? Files.readString(file.get())
                : new ChannelResource(id()).text("channel.yaml").orElse("");
    }

    /** What its definition refers to, sorted, such as {@code secret.token}. */
    List<String> references() throws IOException {
        return TrialValues.references(yaml());
    }

    /** The folder of fixtures beside the definition, which need not be there. */
    Optional<Path> fixtures() {
        return file.map(path -> path.toAbsolutePath().resolveSibling("fixtures"));
    }
}
