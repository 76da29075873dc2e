package io.throughline.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.throughline.channels.AuthorKeys;
import io.throughline.channels.ChannelCatalog;
import io.throughline.local.run.LocalOptions;
import io.throughline.local.run.Progress;
import io.throughline.local.run.Session;
import io.throughline.pipeline.config.ConfiguredChannel;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.flink.api.connector.source.Boundedness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What can be scraped of the whole product at work is what is documented, and what rules and
 * dashboards ask for.
 */
class MetricsIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void whatIsDocumentedIsThereAndNothingElseOfOurs(@TempDir Path directory) throws Exception {
        Path lines = Files.createDirectory(directory.resolve("lines"));
        Files.writeString(
                lines.resolve("a.jsonl"),
                """
                {"id":"1","text":"My claim was settled in two days, thank you!","created_at":"2026-03-01T10:00:00Z"}
                {"id":"2","text":"Nobody calls back about my claim.","created_at":"2026-03-01T10:05:00Z"}
                {"id":"3","text":"no time
                """);
        HttpServer receiver =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.start();
        Path configuration = directory.resolve("throughline.yaml");
        Files.writeString(
                configuration,
                """
                apiVersion: throughline/v1
                receivers:
                  - {id: hook, type: webhook, url: "http://127.0.0.1:%d/", allowPrivate: true}
                owners: {default: [hook]}
                """
                        .formatted(receiver.getAddress().getPort()));
        List<ConfiguredChannel> channels =
                List.of(
                        PipelineRun.lines(lines + "/*.jsonl"),
                        new ConfiguredChannel(
                                ChannelCatalog.builtIn().find("typeform").orElseThrow(),
                                Map.of(),
                                Map.of("typeform", "webhooks"),
                                List.of()));
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        try (Session session =
                Session.start(
                        new LocalOptions(
                                directory.resolve("data"),
                                OptionalInt.empty(),
                                OptionalInt.empty(),
                                Instant.now()),
                        PipelineRun.config(channels),
                        new AuthorKeys("authors".getBytes(StandardCharsets.UTF_8)),
                        new Progress(
                                new PrintStream(told, true, StandardCharsets.UTF_8),
                                false,
                                Clock.systemUTC()))) {
            String gateway =
                    session.listen(channels, Boundedness.CONTINUOUS_UNBOUNDED).orElseThrow();
            session.deliver(configuration);
            session.ingest(channels, Boundedness.CONTINUOUS_UNBOUNDED);
            String page = session.page();
            get(page + "/api/live");
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(500))
                    .untilAsserted(
                            () ->
                                    assertThat(get(page + "/metrics"))
                                            .contains("_freshness_seconds_count{")
                                            .contains("_dead_letters_total{")
                                            .contains("notify_attempts_total{")
                                            .contains("numberOfCompletedCheckpoints"));
            Files.writeString(
                    Path.of("target/metrics.txt"),
                    get(page + "/metrics") + get(gateway + "/metrics"));
        } finally {
            receiver.stop(0);
        }
    }

    private String get(String address) throws Exception {
        return client.send(
                        HttpRequest.newBuilder(URI.create(address)).build(),
                        BodyHandlers.ofString())
                .body();
    }
}
