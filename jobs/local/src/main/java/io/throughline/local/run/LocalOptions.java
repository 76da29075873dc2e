package io.throughline.local.run;

import io.throughline.pipeline.Observations;
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
 * @param observations whether the jobs write what they observe of themselves
 * @param following the configuration to follow; empty when channels stay as they are
 */
public record LocalOptions(
        Path dataDirectory,
        OptionalInt kafkaPort,
        OptionalInt elasticsearchPort,
        Instant startedAt,
        Observations observations,
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
        this(
                dataDirectory,
                kafkaPort,
                elasticsearchPort,
                startedAt,
                Observations.WRITTEN,
                Optional.empty());
    }

    /** The same run, which ends by itself: what it leaves does not depend on the clock. */
    public LocalOptions once() {
        return new LocalOptions(
                dataDirectory,
                kafkaPort,
                elasticsearchPort,
                startedAt,
                Observations.LEFT_OUT,
                following);
    }

    /** The same run with channels that come, go and change with a configuration file. */
    public LocalOptions following(Following configuration) {
        return new LocalOptions(
                dataDirectory,
                kafkaPort,
                elasticsearchPort,
                startedAt,
                observations,
                Optional.of(configuration));
    }
}
