package io.throughline.fetch.file;

import io.throughline.channels.definition.ChannelDefinition;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * Which files to read.
 *
 * @param rescan time between two looks at what is there
 * @param settle how long a file must not have changed before what is not a whole line is read
 */
public record FilePlan(
        ChannelDefinition definition, List<PathPattern> paths, Duration rescan, Duration settle) {

    public FilePlan {
        Objects.requireNonNull(definition, "definition");
        Objects.requireNonNull(rescan, "rescan");
        Objects.requireNonNull(settle, "settle");
        paths = List.copyOf(paths);
    }
}
