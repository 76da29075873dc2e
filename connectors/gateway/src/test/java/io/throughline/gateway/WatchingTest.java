package io.throughline.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.model.ChannelHealth;
import io.throughline.model.HealthState;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is told to whoever watches the gateway. */
class WatchingTest {

    private static final byte[] BODY = Samples.json("late");
    private static final Pattern SAMPLE =
            Pattern.compile("[a-z_]+(\\{[a-z]+=\"[^\"]*\"(,[a-z]+=\"[^\"]*\")*})? [0-9.]+");

    private final AtomicBoolean kafkaReachable = new AtomicBoolean(true);
    private final List<ChannelHealth> health = new CopyOnWriteArrayList<>();
    private Gateway gateway;
    private Sender sender;

    @BeforeEach
    void start() {
        gateway =
                Gateway.start(
                        GatewaySettings.DEFAULT,
                        Samples.all(),
                        new GatewayLinks(
                                FakePublisher.acknowledging(),
                                kafkaReachable::get,
                                health::add,
                                Clock.systemUTC()));
        sender = new Sender(gateway);
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void isReadyOnceKafkaWasReachedAndStaysSoToCountWhatItTurnsAway() {
        kafkaReachable.set(false);
        assertThat(sender.get("/ready").statusCode()).isEqualTo(503);
        assertThat(sender.get("/health").statusCode()).as("live all the same").isEqualTo(200);
        assertThat(sender.get("/metrics").body()).contains("gateway_kafka_reachable 0\n");

        kafkaReachable.set(true);
        assertThat(sender.get("/ready").statusCode()).isEqualTo(200);
        assertThat(sender.get("/metrics").body()).contains("gateway_kafka_reachable 1\n");

        kafkaReachable.set(false);
        assertThat(sender.get("/ready").statusCode()).isEqualTo(200);
        assertThat(sender.get("/metrics").body()).contains("gateway_kafka_reachable 0\n");
    }

    @Test
    void answersHeadWithoutABody() {
        for (String path : List.of("/health", "/ready", "/metrics")) {
            HttpResponse<String> answer = sender.send("HEAD", path);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEmpty();
            assertThat(sender.send("DELETE", path).statusCode()).isEqualTo(405);
        }
    }

    @Test
    void countsRequestsByChannelAndClassOfStatus() {
        sender.post(Samples.OPEN_PATH, BODY);
        sender.post(Samples.OPEN_PATH, BODY);
        sender.post(Samples.PATH, BODY, Samples.HEADER, "sha256=AAAA");
        sender.post("/channels/%22%7Devil", BODY);

        String page = sender.get("/metrics").body();

        assertThat(page)
                .contains("gateway_requests_total{channel=\"open\",status=\"2xx\"} 2\n")
                .contains("gateway_requests_total{channel=\"typeform\",status=\"4xx\"} 1\n")
                .contains("gateway_requests_total{channel=\"\",status=\"4xx\"} 1\n")
                .contains("gateway_rejected_signatures_total{channel=\"typeform\"} 1\n")
                .contains(
                        "gateway_accepted_bytes_total{channel=\"open\"} " + 2 * BODY.length + "\n")
                .contains("gateway_acknowledge_seconds_count{channel=\"open\"} 2\n")
                .contains("gateway_acknowledge_seconds_bucket{channel=\"open\",le=\"+Inf\"} 2\n")
                .contains("gateway_seconds_since_accepted{channel=\"open\"} ")
                .contains("gateway_in_flight 0\n")
                .doesNotContain("evil")
                .doesNotContain("gateway_seconds_since_accepted{channel=\"typeform\"}");
    }

    @Test
    void writesWhatPrometheusReads() {
        sender.post(Samples.OPEN_PATH, BODY);
        HttpResponse<String> answer = sender.get("/metrics");

        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("text/plain; version=0.0.4; charset=utf-8");
        List<String> wrong = new ArrayList<>();
        answer.body()
                .lines()
                .filter(line -> !line.startsWith("# HELP ") && !line.startsWith("# TYPE "))
                .filter(line -> !SAMPLE.matcher(line.replace("+Inf", "Inf")).matches())
                .forEach(wrong::add);
        assertThat(wrong).isEmpty();
        assertThat(answer.body()).endsWith("\n");
    }

    @Test
    void tellsHowEachChannelIsDoing() {
        sender.post(Samples.OPEN_PATH, BODY);
        for (int i = 0; i < 3; i++) {
            sender.post(Samples.PATH, BODY, Samples.HEADER, "sha256=AAAA");
        }

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () ->
                                assertThat(health)
                                        .anySatisfy(
                                                word -> {
                                                    assertThat(word.source()).isEqualTo("open");
                                                    assertThat(word.state())
                                                            .isEqualTo(HealthState.OK);
                                                    assertThat(word.records()).isEqualTo(1);
                                                })
                                        .anySatisfy(
                                                word -> {
                                                    assertThat(word.source()).isEqualTo("typeform");
                                                    assertThat(word.state())
                                                            .isEqualTo(HealthState.FAILING);
                                                    assertThat(word.cause())
                                                            .isEqualTo("signature refused");
                                                }));
    }

    @Test
    void otherChannelsTakeEffectAtOnceAndThoseThatStayKeepTheirCounts() {
        sender.post(Samples.OPEN_PATH, BODY);
        gateway.replace(Samples.all().stream().filter(c -> c.id().equals("open")).toList());

        assertThat(sender.post(Samples.PATH, BODY).statusCode()).isEqualTo(404);
        assertThat(sender.post(Samples.OPEN_PATH, BODY).statusCode()).isEqualTo(202);
        assertThat(sender.get("/metrics").body())
                .contains("gateway_requests_total{channel=\"open\",status=\"2xx\"} 2\n")
                .doesNotContain("typeform");
    }

    @Test
    void consentsToSendersOfCloudEventsThatAskFirst() {
        HttpResponse<String> answer =
                sender.send(
                        "OPTIONS", Samples.OPEN_PATH, "WebHook-Request-Origin", "events.example");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("WebHook-Allowed-Origin"))
                .hasValue("events.example");
        assertThat(answer.headers().firstValue("Allow")).hasValue("POST, OPTIONS");
    }
}
