package io.throughline.local.run;

import java.nio.file.Path;
import java.time.Instant;
import java.util.OptionalInt;

/**
 * How the pipeline runs on this machine.
 *
 * @param dataDirectory everything that is kept between runs
 * @param kafkaPort of the embedded broker; empty for any free one
 * @param elasticsearchPort of the embedded node; empty for any free one
 * @param startedAt when the command was given, for the time until the first document is searchable
 */
public record LocalOptions(
        Path dataDirectory,
        OptionalInt kafkaPort,
        OptionalInt elasticsearchPort,
        Instant startedAt) {

    public LocalOptions {
        dataDirectory = dataDirectory.toAbsolutePath().normalize();
    }
}
