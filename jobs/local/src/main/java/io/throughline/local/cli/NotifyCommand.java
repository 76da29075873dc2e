package io.throughline.local.cli;

import io.throughline.alert.Alert;
import io.throughline.journey.JourneyMap;
import io.throughline.journey.JourneyMapReader;
import io.throughline.kafka.KafkaSettings;
import io.throughline.kafka.KafkaUnavailableException;
import io.throughline.local.metrics.MetricsServer;
import io.throughline.local.notify.AlertDelivery;
import io.throughline.local.notify.NewestAlerts;
import io.throughline.local.notify.Rendering;
import io.throughline.local.notify.TrialJson;
import io.throughline.metrics.Meters;
import io.throughline.notify.config.Notifications;
import io.throughline.notify.config.Receiver;
import io.throughline.notify.deliver.DeliveryMetrics;
import io.throughline.notify.deliver.KafkaDeliveryLog;
import io.throughline.notify.deliver.LogTakenException;
import io.throughline.notify.deliver.ToldJson;
import io.throughline.notify.deliver.Trial;
import io.throughline.notify.message.MessageSettings;
import io.throughline.notify.message.SampleAlert;
import io.throughline.notify.send.Outcome;
import io.throughline.pipeline.config.ThroughlineConfigReader;
import io.throughline.pipeline.tagging.TaggingSettings;
import io.throughline.yaml.Nearest;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Tells receivers of alerts as a service of its own, until it is told to stop. It starts without
 * Kafka, too, and waits for it.
 */
@Command(
        name = "notify",
        description =
                "Tell the receivers of a configuration of alerts, out of your Kafka, until stopped.",
        footer = {
            "",
            "One process delivers: a second one takes over, and the first one ends.",
            "Receivers that are changed in FILE take effect within seconds.",
            "",
            "Example: throughline notify --config throughline.yaml --test slack-claims"
        })
final class NotifyCommand implements Callable<Integer> {

    @Option(
            names = "--config",
            paramLabel = "FILE",
            defaultValue = "throughline.yaml",
            description = "Configuration (default: ${DEFAULT-VALUE}).")
    private Path config;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description =
                    "Address of /health and /metrics, 0.0.0.0 for all (default: ${DEFAULT-VALUE}).")
    private String host;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description =
                    "Port of /health and /metrics, 0 for a free one; without it nothing listens.")
    private Integer port;

    @ArgGroup private Instead instead;

    /** What it does instead of delivering. */
    static final class Instead {

        @Option(
                names = "--test",
                paramLabel = "RECEIVER",
                description =
                        "Send one made-up alert, marked as a test, and print as JSON what came"
                                + " back.")
        private String test;

        @Option(
                names = "--print",
                paramLabel = "FORM",
                description =
                        "Print the newest alert of your Kafka, or a made-up one, as it would be"
                                + " told: ${COMPLETION-CANDIDATES}.")
        private Rendering print;

        @Option(
                names = "--deliveries",
                description =
                        "Print what each receiver was told of each alert last, as JSON lines; what"
                                + " could not be delivered has a 'failure'.")
        private boolean deliveries;
    }

    private final PrintStream out = System.out;
    private final PrintStream err = System.err;

    @Override
    public Integer call() throws Exception {
        if (instead != null && instead.print != null) {
            return print(instead.print);
        }
        ServiceConfig.require(config);
        if (instead != null && instead.deliveries) {
            KafkaDeliveryLog.all(requiredKafka()).forEach(told -> out.println(ToldJson.line(told)));
            return 0;
        }
        Notifications notifications = AlertDelivery.part(config).changed().orElseThrow();
        if (instead != null && instead.test != null) {
            return test(notifications, instead.test);
        }
        KafkaSettings kafka = requiredKafka();
        if (notifications.receivers().isEmpty()) {
            throw new UserException(
                    config
                            + " has no receiver. Add one under 'receivers', and its id under"
                            + " 'owners'.");
        }
        TaggingSettings tagging = ThroughlineConfigReader.tagging(config, System::getenv);
        return deliver(kafka, JourneyMapReader.read(tagging.journeyFile(), tagging.journeyYaml()));
    }

    private Integer deliver(KafkaSettings kafka, JourneyMap journey) throws InterruptedException {
        Meters meters = new Meters();
        try (StopRequest stop = StopRequest.watch("Stopped before all messages were sent");
                MetricsServer server = server(meters);
                AlertDelivery delivery =
                        new AlertDelivery(
                                kafka,
                                config,
                                Optional.empty(),
                                journey,
                                err::println,
                                new DeliveryMetrics(meters))) {
            if (server != null) {
                err.println("Metrics        http://" + host + ":" + server.port() + "/metrics");
            }
            do {
                delivery.look();
            } while (!stop.within());
            err.println("Stopping");
        } catch (LogTakenException e) {
            throw new UserException(e.getMessage(), e);
        }
        return 0;
    }

    /** Null when nothing is to listen. */
    private MetricsServer server(Meters meters) {
        try {
            return port == null ? null : MetricsServer.start(host, port, meters::text);
        } catch (UncheckedIOException e) {
            throw new UserException(
                    e.getMessage() + "; name another --port, or 0 for a free one.", e);
        }
    }

    private Integer test(Notifications notifications, String id) throws InterruptedException {
        List<String> known = notifications.receivers().stream().map(Receiver::id).toList();
        Receiver receiver =
                notifications.receivers().stream()
                        .filter(one -> one.id().equals(id))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new UserException(
                                                config
                                                        + " has no receiver '"
                                                        + id
                                                        + "'"
                                                        + (known.isEmpty()
                                                                ? ""
                                                                : Nearest.hint(id, known))));
        Outcome outcome = Trial.send(notifications, receiver, Clock.systemUTC());
        out.println(TrialJson.line(id, outcome));
        return outcome.result() == Outcome.Result.DELIVERED ? 0 : 1;
    }

    private Integer print(Rendering form) throws IOException {
        boolean configured = Files.exists(config);
        Notifications notifications =
                configured
                        ? AlertDelivery.links(config).changed().orElseThrow()
                        : Notifications.NONE;
        MessageSettings settings =
                new MessageSettings(Optional.empty(), notifications.page(), notifications.kibana());
        out.println(form.of(configured ? newest() : sample(config + " is not there"), settings));
        return 0;
    }

    private Alert newest() throws IOException {
        Optional<KafkaSettings> kafka = kafka();
        if (kafka.isEmpty()) {
            return sample(config + " names no Kafka");
        }
        try {
            return NewestAlerts.of(kafka.get())
                    .orElseGet(() -> sample("your Kafka holds no alert yet"));
        } catch (KafkaUnavailableException e) {
            return sample(e.getMessage());
        }
    }

    private Alert sample(String reason) {
        err.println("A made-up alert, since " + reason);
        return SampleAlert.drop();
    }

    private KafkaSettings requiredKafka() throws IOException {
        return kafka().orElseThrow(
                        () ->
                                new UserException(
                                        config
                                                + " names no Kafka, and the command alone has"
                                                + " none of its own. Add 'kafka:"
                                                + " {bootstrapServers: HOST:9092}', or use"
                                                + " 'throughline run', which delivers as"
                                                + " well."));
    }

    private Optional<KafkaSettings> kafka() throws IOException {
        return ThroughlineConfigReader.kafka(config, System::getenv);
    }
}
