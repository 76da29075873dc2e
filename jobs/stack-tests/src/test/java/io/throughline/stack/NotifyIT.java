package io.throughline.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.throughline.alert.Alert;
import io.throughline.journey.JourneyMapReader;
import io.throughline.json.AlertJson;
import io.throughline.kafka.KafkaSettings;
import io.throughline.kafka.TopicAdmin;
import io.throughline.kafka.TopicWriter;
import io.throughline.kafka.TopicWriter.Write;
import io.throughline.kafka.Topics;
import io.throughline.local.notify.AlertDelivery;
import io.throughline.local.stack.EmbeddedBroker;
import io.throughline.notify.deliver.KafkaDeliveryLog;
import io.throughline.notify.deliver.LogTakenException;
import io.throughline.notify.message.SampleAlert;
import io.throughline.wire.Codecs;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Alerts out of a real broker to a real receiver, across restarts and with two processes at it. */
class NotifyIT {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final String SHOP =
            """
            apiVersion: throughline/v1
            journey: shop
            version: 1
            stages:
              - {id: order, name: Ordering, order: 1, owner: sales, examples: [I ordered a lamp]}
            """;

    @TempDir Path directory;

    private final List<String> got = new CopyOnWriteArrayList<>();
    private final List<String> said = new CopyOnWriteArrayList<>();
    private HttpServer receiver;
    private EmbeddedBroker broker;
    private KafkaSettings kafka;
    private Path config;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext(
                "/",
                exchange -> {
                    try (exchange) {
                        got.add(
                                new String(
                                        exchange.getRequestBody().readAllBytes(),
                                        StandardCharsets.UTF_8));
                        exchange.sendResponseHeaders(200, -1);
                    }
                });
        receiver.start();
        config = directory.resolve("throughline.yaml");
        configure("chat");
        broker = EmbeddedBroker.start(directory.resolve("broker"));
        kafka = KafkaSettings.of(broker.bootstrap());
        TopicAdmin.ensure(kafka);
    }

    @AfterEach
    void stop() {
        broker.close();
        receiver.stop(0);
    }

    @Test
    void tellsOnceAcrossRestartsFollowsTheConfigurationAndGivesWay() throws IOException {
        write(SampleAlert.drop());
        try (AlertDelivery first = delivery()) {
            first.look();
            await().atMost(PATIENCE).until(() -> got.size() == 1);
            await().atMost(PATIENCE).until(() -> KafkaDeliveryLog.all(kafka).size() == 1);
        }
        assertThat(got.get(0)).contains("Customers are unhappier with");

        write(SampleAlert.drop());
        try (AlertDelivery second = delivery()) {
            second.look();
            write(SampleAlert.trial());
            await().atMost(PATIENCE).until(() -> got.size() == 2);
            await().atMost(PATIENCE).until(() -> KafkaDeliveryLog.all(kafka).size() == 2);
            configure("other");
            second.look();
            // Both alerts are of one stage: one message.
            await().atMost(PATIENCE).until(() -> got.size() == 3);
            await().atMost(PATIENCE).until(() -> KafkaDeliveryLog.all(kafka).size() == 4);
            assertThat(said).last().asString().contains("Receivers      other");

            try (AlertDelivery usurper = delivery()) {
                usurper.look();
                write(another());
                await().atMost(PATIENCE).until(() -> got.size() >= 4);
                assertThatExceptionOfType(LogTakenException.class).isThrownBy(() -> lookOn(second));
            }
        }
        assertThat(KafkaDeliveryLog.all(kafka))
                .extracting(told -> told.receiver() + " " + told.alert())
                .containsExactlyInAnyOrder(
                        "chat " + SampleAlert.drop().id(),
                        "chat trial",
                        "other " + SampleAlert.drop().id(),
                        "other trial",
                        "other another");
    }

    /** Calls look as commands do, until it says that another process took over. */
    private static void lookOn(AlertDelivery delivery) {
        for (long end = System.nanoTime() + PATIENCE.toNanos(); System.nanoTime() < end; ) {
            delivery.look();
            Thread.onSpinWait();
        }
    }

    private AlertDelivery delivery() {
        return new AlertDelivery(
                kafka, config, Optional.empty(), JourneyMapReader.read("shop", SHOP), said::add);
    }

    private void configure(String id) throws IOException {
        Files.writeString(
                config,
                """
                apiVersion: throughline/v1
                journey: insurance
                receivers:
                  - {id: %s, type: slack, url: "http://127.0.0.1:%d/", allowPrivate: true, groupWait: 0s}
                owners: {default: [%s]}
                """
                        .formatted(id, receiver.getAddress().getPort(), id));
    }

    private static Alert another() {
        return AlertJson.parse(
                AlertJson.line(SampleAlert.trial())
                        .replace("\"id\":\"trial\"", "\"id\":\"another\""));
    }

    private void write(Alert... alerts) {
        List<Write> writes = new ArrayList<>();
        for (Alert alert : alerts) {
            writes.add(new Write(Topics.ALERTS, alert.id(), Codecs.ALERT.encode(alert)));
        }
        try (TopicWriter writer = TopicWriter.open(kafka, "test")) {
            writer.write(writes);
        }
    }
}
