package io.throughline.local.cli;

import io.throughline.kafka.KafkaSettings;
import io.throughline.kafka.Topics;
import io.throughline.local.gateway.PushGateway;
import io.throughline.pipeline.config.ConfigWatch;
import io.throughline.pipeline.config.ConfiguredChannel;
import io.throughline.pipeline.config.ThroughlineConfig;
import io.throughline.yaml.YamlException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The gateway alone, until it is told to stop. It starts without Kafka, too: senders then get 503,
 * and {@code /ready} says so, which is more use to them and to Kubernetes than a port that nobody
 * listens on.
 */
@Command(
        name = "gateway",
        description =
                "Receive the push channels of a configuration and write them to your Kafka, until"
                        + " stopped.",
        footer = {
            "",
            "POST /channels/ID takes what providers send; GET /health, /ready and /metrics tell how it is.",
            "Channels that are added, changed or removed in FILE take effect within seconds.",
            "Stopped by SIGTERM or Ctrl-C, it answers what is under way first.",
            "",
            "Example: throughline gateway --config throughline.yaml --host 0.0.0.0 --port 8081"
        })
final class GatewayCommand implements Callable<Integer> {

    @Option(
            names = "--config",
            paramLabel = "FILE",
            defaultValue = "throughline.yaml",
            description = "Configuration (default: ${DEFAULT-VALUE}).")
    private Path config;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description =
                    "Address to listen on, 0.0.0.0 for all (default: gateway.host of the"
                            + " configuration, else 127.0.0.1).")
    private String host;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description =
                    "Port to listen on, 0 for a free one (default: gateway.port of the"
                            + " configuration, else a free one).")
    private Integer port;

    private final PrintStream err = System.err;

    @Override
    public Integer call() throws Exception {
        ConfigWatch watch = new ConfigWatch(config);
        ThroughlineConfig configuration = read(watch);
        KafkaSettings kafka = kafka(configuration);
        List<ConfiguredChannel> push = PushGateway.pushed(configuration.channels());
        if (push.isEmpty()) {
            throw new UserException(
                    config
                            + " switches on no channel that is pushed. Add one, such as"
                            + " '- definition: typeform' with its secret, under 'channels'.");
        }
        try (StopRequest stop = StopRequest.watch("Stopped before all requests were answered");
                PushGateway gateway =
                        PushGateway.start(
                                kafka,
                                ServiceConfig.address(configuration.gateway(), host, port),
                                push)) {
            err.println("Gateway        " + gateway.url());
            push.forEach(
                    channel ->
                            err.println(
                                    "Channel        "
                                            + gateway.url()
                                            + "/channels/"
                                            + channel.definition().id()));
            if (!gateway.kafkaReachable()) {
                err.println(
                        "Kafka at "
                                + kafka.bootstrapServers()
                                + " cannot be reached or has no topic "
                                + Topics.RAW
                                + " yet: senders get 503 until it can. 'throughline run' makes the"
                                + " topics.");
            }
            while (!stop.within()) {
                follow(watch, gateway);
            }
            err.println("Stopping");
        }
        return 0;
    }

    private ThroughlineConfig read(ConfigWatch watch) throws IOException {
        ServiceConfig.require(config);
        return watch.changed().orElseThrow();
    }

    /** Takes changed channels; a configuration that cannot be used changes nothing. */
    private void follow(ConfigWatch watch, PushGateway gateway) {
        try {
            Optional<ThroughlineConfig> changed = watch.changed();
            if (changed.isPresent()) {
                gateway.replace(changed.get().channels());
                err.println("Channels       as in the changed " + config);
            }
        } catch (IOException | YamlException | IllegalArgumentException e) {
            err.println("throughline: the channels stay as they are. " + e.getMessage());
        }
    }

    private KafkaSettings kafka(ThroughlineConfig configuration) {
        return configuration
                .kafka()
                .orElseThrow(
                        () ->
                                new UserException(
                                        config
                                                + " names no Kafka, and the gateway alone has none of"
                                                + " its own. Add 'kafka: {bootstrapServers:"
                                                + " HOST:9092}', or use 'throughline run', whose"
                                                + " embedded stack has a gateway in it."));
    }
}
