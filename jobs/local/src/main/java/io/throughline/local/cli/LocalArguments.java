package io.throughline.local.cli;

import io.throughline.local.run.LocalOptions;
import io.throughline.pipeline.config.ThroughlineConfig;
import io.throughline.pipeline.config.ThroughlineConfig.Address;
import java.nio.file.Path;
import java.time.Instant;
import java.util.OptionalInt;
import picocli.CommandLine.Option;

/** Options of the commands that start the pipeline on this machine. */
final class LocalArguments {

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            description =
                    "Where everything is kept between runs (default: .throughline/COMMAND beside the"
                            + " launcher).")
    private Path dataDirectory;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "Port of the live page; 0 for any free one.")
    private Integer port;

    @Option(
            names = "--gateway-port",
            paramLabel = "PORT",
            description = "Port of the gateway for push channels; 0 for any free one.")
    private Integer gatewayPort;

    @Option(
            names = "--kafka-port",
            paramLabel = "PORT",
            description = "Port of the embedded Kafka (default: any free one).")
    private Integer kafkaPort;

    @Option(
            names = "--elasticsearch-port",
            paramLabel = "PORT",
            description = "Port of the embedded Elasticsearch (default: any free one).")
    private Integer elasticsearchPort;

    /** What was asked for, with the data directory of the command unless another was named. */
    LocalOptions options(String command) {
        return new LocalOptions(
                dataDirectory == null ? Installation.directory().resolve(command) : dataDirectory,
                optional(kafkaPort),
                optional(elasticsearchPort),
                startedAt());
    }

    /** The configuration with the ports given on the command line. */
    ThroughlineConfig applyTo(ThroughlineConfig config) {
        return config.withAddresses(at(config.gateway(), gatewayPort), at(config.console(), port));
    }

    private static Address at(Address address, Integer port) {
        return port == null ? address : new Address(address.host(), port);
    }

    private static OptionalInt optional(Integer port) {
        return port == null || port == 0 ? OptionalInt.empty() : OptionalInt.of(port);
    }

    /** When the launcher was called, which it passes on, so that building counts as well. */
    private static Instant startedAt() {
        String millis = System.getProperty("throughline.startedAtMillis");
        return millis == null ? Instant.now() : Instant.ofEpochMilli(Long.parseLong(millis));
    }
}
