package io.throughline.local.run;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How the pipeline runs on this machine.
 *
 * @param dataDirectory everything that is kept between runs
 * @param kafkaPort of the embedded broker; empty for any free one
 * @param elasticsearchPort of the embedded node; empty for any free one
 * @param startedAt when the command was given, for the time until the first document is searchable
 * @param following the configuration to follow; empty when channels stay as they are
 */
public record LocalOptions(
        Path dataDirectory,
        OptionalInt kafkaPort,
        OptionalInt elasticsearchPort,
        Instant startedAt,
        Optional<Following> following) {

    public LocalOptions {
        dataDirectory = dataDirectory.toAbsolutePath().normalize();
    }

    /** Options of a run whose channels stay as they are. */
    public LocalOptions(
            Path dataDirectory,
            OptionalInt kafkaPort,
            OptionalInt elasticsearchPort,
            Instant startedAt) {
        this(dataDirectory, kafkaPort, elasticsearchPort, startedAt, Optional.empty());
    }

    /** The same run with channels that come, go and change with a configuration file. */
    public LocalOptions following(Following configuration) {
        return new LocalOptions(
                dataDirectory, kafkaPort, elasticsearchPort, startedAt, Optional.of(configuration));
    }
}
