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
import io.throughline.stack.kubernetes.MetricReference;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
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
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.flink.api.connector.source.Boundedness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What can be scraped of the whole product at work is what is documented, and what rules and
 * dashboards ask for.
 */
class MetricsIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** There is none before the first of its kind, which no test of this length brings about. */
    private static final Set<String> LATER =
            Set.of(
                    "notify_attempt_seconds_bucket",
                    "notify_attempt_seconds_sum",
                    "notify_attempt_seconds_count",
                    "gateway_seconds_since_accepted");

    /** Job managers know no operators. */
    private static final Predicate<String> OF_OPERATORS =
            Set.of("task_name", "operator_name")::contains;

    private static final Pattern OF_OURS =
            Pattern.compile(
                    "operator_(channel_|elasticsearch_|engine_|state_)|_total$|_seconds|backlog"
                            + "|modelVersions|corrections|challengers|trainings|enumerator_channels"
                            + "|configurationBroken|turnsWaiting");

    private static final int MOST_SERIES = 8_000;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void whatIsDocumentedIsThereAndNothingElseOfOurs(@TempDir Path directory) throws Exception {
        Path lines = Files.createDirectory(directory.resolve("lines"));
        Files.writeString(
                lines.resolve("a.jsonl"),
                """
                {"id":"1","text":"My claim was settled in two days!","occurredAt":"2026-03-01T10:00:00Z"}
                {"id":"2","text":"Nobody calls back.","occurredAt":"2026-03-01T10:05:00Z"}
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
                                            .contains("notify_alerts{")
                                            .contains("numberOfCompletedCheckpoints"));
            URI post = URI.create(gateway + "/channels/typeform");
            client.send(
                    HttpRequest.newBuilder(post).POST(BodyPublishers.ofString("{}")).build(),
                    BodyHandlers.discarding());
            agrees(Scrape.of(get(page + "/metrics") + get(gateway + "/metrics")));
        } finally {
            receiver.stop(0);
        }
    }

    private static void agrees(Scrape scrape) {
        Map<String, Set<String>> documented = MetricReference.read();
        documented.keySet().removeAll(LATER);

        assertThat(scrape.labels().keySet()).containsAll(documented.keySet());
        documented.forEach(
                (name, labels) ->
                        assertThat(scrape.labels().get(name))
                                .as(name)
                                .containsAll(
                                        labels.stream().filter(OF_OPERATORS.negate()).toList()));
        assertThat(scrape.labels().keySet().stream().filter(MetricsIT::ours))
                .isSubsetOf(MetricReference.read().keySet());
        assertThat(scrape.series()).as("one scrape of two channels").isLessThan(MOST_SERIES);
    }

    /**
     * Those of Flink and of Kafka's clients are documented where somebody asks for them; ours all.
     */
    private static boolean ours(String name) {
        return !name.startsWith("flink_")
                || !name.contains("_Kafka")
                        && OF_OURS.matcher(name.replaceFirst("^flink_taskmanager_job_task_", ""))
                                .find();
    }

    private String get(String address) throws Exception {
        return client.send(
                        HttpRequest.newBuilder(URI.create(address)).build(),
                        BodyHandlers.ofString())
                .body();
    }
}
