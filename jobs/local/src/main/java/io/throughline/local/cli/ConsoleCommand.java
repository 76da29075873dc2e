package io.throughline.local.cli;

import io.throughline.console.Access;
import io.throughline.console.ConsoleSettings;
import io.throughline.local.page.ServedPage;
import io.throughline.pipeline.config.ConfigPart;
import io.throughline.pipeline.config.ConfigWatch;
import io.throughline.pipeline.config.ThroughlineConfig;
import io.throughline.pipeline.config.ThroughlineConfig.Address;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The live page alone, until it is told to stop. It starts without Elasticsearch and Kafka, too:
 * the page says what is away, which is more use than a port that nobody listens on.
 */
@Command(
        name = "console",
        description =
                "Serve the live page before your own Elasticsearch and Kafka, without Flink, until"
                        + " stopped.",
        footer = {
            "",
            "GET /health, /ready and /metrics tell how it is. Changes from the page go to your Kafka;"
                    + " who may make them is in console.tokenFile or console.oidc.",
            "It answers under its address; links.page of FILE names the one that a proxy has.",
            "A changed journey map, Elasticsearch or Kafka in FILE takes effect within seconds.",
            "",
            "Example: throughline console --config throughline.yaml --host 0.0.0.0 --port 8080"
        })
final class ConsoleCommand implements Callable<Integer> {

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
                    "Address to listen on, 0.0.0.0 for all (default: console.host of the"
                            + " configuration, else 127.0.0.1).")
    private String host;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description =
                    "Port to listen on, 0 for a free one (default: console.port of the"
                            + " configuration, else a free one).")
    private Integer port;

    private final PrintStream err = System.err;

    @Override
    public Integer call() throws Exception {
        ServiceConfig.require(config);
        ConfigWatch watch = new ConfigWatch(config);
        ThroughlineConfig configuration = watch.changed().orElseThrow();
        if (configuration.elasticsearch().isEmpty()) {
            throw new UserException(
                    config
                            + " names no Elasticsearch, and the page alone has none of its own. Add"
                            + " 'elasticsearch: {hosts: [\"http://HOST:9200\"]}', or use"
                            + " 'throughline run', whose embedded stack has a page before it.");
        }
        Address address = ServiceConfig.address(configuration.console(), host, port);
        Access access = PageAccess.configured(config);
        ConsoleSettings settings =
                ConsoleSettings.DEFAULT
                        .at(address.host(), address.port())
                        .with(access)
                        .named(published());
        try (StopRequest stop = StopRequest.watch("Stopped before all requests were answered");
                ServedPage page =
                        ServedPage.start(settings, config, watch, configuration, err::println)) {
            err.println("Live page      " + page.url());
            err.println(
                    "Elasticsearch  "
                            + String.join(", ", configuration.elasticsearch().get().hosts()));
            access.tokens().warning().ifPresent(err::println);
            err.println("Changes        " + changes(configuration, access));
            page.explain();
            do {
                page.look();
            } while (!stop.within());
            err.println("Stopping");
        }
        return 0;
    }

    private static String changes(ThroughlineConfig configuration, Access access) {
        if (configuration.kafka().isEmpty()) {
            return "none: the configuration names no Kafka for them to go to";
        }
        if (!access.changes()) {
            return "none: the configuration has neither console.tokenFile nor console.oidc";
        }
        return "go to Kafka at " + configuration.kafka().get().bootstrapServers();
    }

    /** The name in {@code links.page}; others of that block belong to messages. */
    private Set<String> published() throws IOException {
        ConfigPart<Optional<String>> part =
                new ConfigPart<>(
                        config,
                        System::getenv,
                        (root, filler) ->
                                root.map("links")
                                        .flatMap(
                                                links ->
                                                        links.text("page")
                                                                .map(
                                                                        text ->
                                                                                filler.fill(
                                                                                        links,
                                                                                        "page",
                                                                                        text))));
        return part.changed()
                .flatMap(page -> page)
                .map(page -> URI.create(page).getHost())
                .map(name -> Set.of(name.toLowerCase(Locale.ROOT)))
                .orElse(Set.of());
    }
}
