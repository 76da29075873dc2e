package io.throughline.local.cli;

import io.throughline.elasticsearch.ElasticsearchSettings;
import io.throughline.journey.JourneyMap;
import io.throughline.journey.JourneyMapReader;
import io.throughline.journey.ShippedJourneys;
import io.throughline.kafka.KafkaSettings;
import io.throughline.local.revise.Servers;
import io.throughline.local.run.Progress;
import io.throughline.local.stack.ServerAddresses;
import io.throughline.pipeline.config.ThroughlineConfig;
import io.throughline.pipeline.config.ThroughlineConfigReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Options of the commands that work on what a pipeline has left in its servers. */
final class ServerArguments {

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description =
                    "Configuration of the pipeline; its own Kafka and Elasticsearch are used.")
    private Path config;

    @Option(
            names = "--kafka",
            paramLabel = "HOST:PORT",
            description = "Kafka, instead of a configuration or a data directory.")
    private String kafka;

    @Option(
            names = "--elasticsearch",
            paramLabel = "URL",
            description = "Elasticsearch beside --kafka.")
    private String elasticsearch;

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            description =
                    "Data directory of demo or run, running or not (default: the one there is beside"
                            + " the launcher).")
    private Path dataDirectory;

    /** Opens what was named. */
    Servers open(Progress progress) throws IOException {
        if (kafka != null) {
            return Servers.at(
                    KafkaSettings.of(kafka),
                    Optional.ofNullable(elasticsearch).map(ElasticsearchSettings::of));
        }
        Optional<ThroughlineConfig> read = configuration();
        if (read.flatMap(ThroughlineConfig::kafka).isPresent()) {
            return Servers.at(read.get().kafka().orElseThrow(), read.get().elasticsearch());
        }
        return Servers.of(directory(read.isPresent()), progress::status);
    }

    /** The configuration, when one was named. */
    Optional<ThroughlineConfig> configuration() throws IOException {
        if (config == null) {
            return Optional.empty();
        }
        ServiceConfig.require(config);
        return Optional.of(ThroughlineConfigReader.read(config, System::getenv));
    }

    /** The journey maps that are at hand: the configured one and the shipped ones. */
    List<JourneyMap> maps() throws IOException {
        List<JourneyMap> maps = new ArrayList<>();
        configuration()
                .map(ThroughlineConfig::tagging)
                .ifPresent(
                        tagging ->
                                maps.add(
                                        JourneyMapReader.read(
                                                tagging.journeyFile(), tagging.journeyYaml())));
        for (String name : ShippedJourneys.NAMES) {
            ShippedJourneys.yaml(name)
                    .map(yaml -> JourneyMapReader.read(name, yaml))
                    .ifPresent(maps::add);
        }
        return maps;
    }

    private Path directory(boolean ofRun) {
        if (dataDirectory != null) {
            return existing(dataDirectory);
        }
        Path run = Installation.directory().resolve("run");
        if (ofRun) {
            return existing(run);
        }
        List<Path> there =
                Stream.of(run, Installation.directory().resolve("demo"))
                        .filter(ServerAddresses::kept)
                        .toList();
        List<Path> running =
                there.stream().filter(one -> ServerAddresses.running(one).isPresent()).toList();
        if (running.size() == 1) {
            return running.get(0);
        }
        if (there.size() == 1) {
            return there.get(0);
        }
        throw new UserException(
                there.isEmpty()
                        ? "there is no data of a pipeline yet. Start ./throughline demo or run, or"
                                + " name Kafka with --kafka or --config."
                        : "there is data of demo and of run; name one of them with --data-dir.");
    }

    /**
     * A directory in which nothing ever ran holds nothing to work on, and servers would fill it.
     */
    private static Path existing(Path directory) {
        if (!Files.isDirectory(directory)) {
            throw new UserException(
                    "there is no data directory "
                            + directory
                            + ". Name one that demo or run has made, or Kafka with --kafka.");
        }
        if (!ServerAddresses.kept(directory)) {
            throw new UserException(
                    "there is no data of a pipeline in "
                            + directory
                            + ". Name a directory that demo or run has made, or Kafka with --kafka.");
        }
        return directory;
    }
}
