package io.throughline.local.notify;

import io.throughline.journey.JourneyMap;
import io.throughline.kafka.KafkaSettings;
import io.throughline.kafka.KafkaUnavailableException;
import io.throughline.metrics.Meters;
import io.throughline.notify.config.Notifications;
import io.throughline.notify.config.NotificationsReader;
import io.throughline.notify.config.Receiver;
import io.throughline.notify.deliver.DeliveryMetrics;
import io.throughline.notify.deliver.KafkaAlertFeed;
import io.throughline.notify.deliver.KafkaDeliveryLog;
import io.throughline.notify.deliver.Notifier;
import io.throughline.pipeline.config.ConfigPart;
import io.throughline.yaml.YamlException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The notifier of a configuration: started when there is a receiver and Kafka can be reached,
 * started anew when receivers changed. Somebody has to call {@link #look} every few seconds. Not
 * thread-safe.
 */
public final class AlertDelivery implements AutoCloseable {

    private final KafkaSettings kafka;
    private final Path file;
    private final ConfigPart<Notifications> part;
    private final Optional<URI> page;
    private final JourneyMap journey;
    private final Consumer<String> tell;
    private final DeliveryMetrics metrics;
    private Notifications wanted = Notifications.NONE;
    private Optional<Running> running = Optional.empty();
    private String waitingFor = "";

    /** What is closed together. */
    private record Running(Notifier notifier, KafkaDeliveryLog log) {

        void close() {
            notifier.close();
            log.close();
        }
    }

    /**
     * @param page address of the live page where the configuration names none
     * @param journey whose stages have owners and sponsors
     * @param tell tells a person what became of it
     */
    public AlertDelivery(
            KafkaSettings kafka,
            Path file,
            Optional<URI> page,
            JourneyMap journey,
            Consumer<String> tell) {
        this(kafka, file, page, journey, tell, new DeliveryMetrics(new Meters()));
    }

    /**
     * @param page address of the live page where the configuration names none
     * @param journey whose stages have owners and sponsors
     * @param tell tells a person what became of it
     * @param metrics are told what became of messages
     */
    public AlertDelivery(
            KafkaSettings kafka,
            Path file,
            Optional<URI> page,
            JourneyMap journey,
            Consumer<String> tell,
            DeliveryMetrics metrics) {
        this.metrics = metrics;
        this.kafka = kafka;
        this.file = file;
        this.part = part(file);
        this.page = page;
        this.journey = journey;
        this.tell = tell;
    }

    /** Who is told, as a configuration says it. */
    public static ConfigPart<Notifications> part(Path file) {
        return new ConfigPart<>(
                file,
                System::getenv,
                (root, filler) -> NotificationsReader.read(root, filler::fill));
    }

    /** What messages link to, as a configuration says it; its receivers are not read. */
    public static ConfigPart<Notifications> links(Path file) {
        return new ConfigPart<>(
                file,
                System::getenv,
                (root, filler) -> NotificationsReader.links(root, filler::fill));
    }

    /**
     * Follows the configuration, and Kafka where it comes and goes.
     *
     * @throws io.throughline.notify.deliver.LogTakenException when another process delivers
     */
    public void look() {
        follow();
        running.flatMap(one -> one.notifier().failure()).ifPresent(this::stop);
        if (running.isEmpty() && !wanted.receivers().isEmpty()) {
            start();
        }
    }

    private void follow() {
        try {
            Optional<Notifications> changed = part.changed();
            if (changed.isPresent()) {
                Notifications now = page.map(changed.get()::orPage).orElse(changed.get());
                if (!now.equals(wanted)) {
                    close();
                    wanted = now;
                }
            }
        } catch (IOException | YamlException e) {
            tell.accept("The receivers stay as they are. " + e.getMessage());
        }
    }

    private void stop(Throwable failure) {
        close();
        if (failure instanceof KafkaUnavailableException) {
            tell.accept(failure.getMessage() + " Alerts wait.");
        } else if (failure instanceof RuntimeException problem) {
            wanted = Notifications.NONE;
            throw problem;
        } else {
            throw new IllegalStateException("alerts are not delivered any more", failure);
        }
    }

    private void start() {
        KafkaDeliveryLog log = null;
        try {
            log = KafkaDeliveryLog.open(kafka);
            Notifier notifier =
                    Notifier.start(
                            wanted, KafkaAlertFeed.open(kafka), log, Clock.systemUTC(), metrics);
            running = Optional.of(new Running(notifier, log));
            waitingFor = "";
            tell.accept(
                    "Receivers      "
                            + wanted.receivers().stream()
                                    .map(Receiver::id)
                                    .collect(Collectors.joining(", "))
                            + ", as in "
                            + file);
            OwnerCheck.remarks(wanted, journey).forEach(tell);
        } catch (KafkaUnavailableException e) {
            if (log != null) {
                log.close();
            }
            if (!waitingFor.equals(e.getMessage())) {
                waitingFor = e.getMessage();
                tell.accept(waitingFor + " Alerts wait until then.");
            }
        }
    }

    @Override
    public void close() {
        running.ifPresent(Running::close);
        running = Optional.empty();
    }
}
