package io.throughline.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ConsoleMetricsTest {

    private static final ConsoleSettings SETTINGS = ConsoleSettings.DEFAULT.freshFor(Duration.ZERO);

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void countsWhatWasAskedByRouteAndNotByWhatAVisitorWrote() throws Exception {
        try (Console console = Console.start(SETTINGS, Clock.systemUTC())) {
            get(console, "/api/live");
            get(console, "/index.html");
            get(console, "/nothing/%22here");
            get(console, "/api/alerts/strange-id");

            String metrics = get(console, "/metrics").body();

            assertThat(metrics)
                    .contains("console_requests_total{route=\"/api/live\",status=\"2xx\"} 1\n")
                    .contains("console_requests_total{route=\"files\",status=\"2xx\"} 1\n")
                    .contains("console_requests_total{route=\"files\",status=\"4xx\"} 1\n")
                    .contains("console_requests_total{route=\"/api/live\",status=\"5xx\"} 0\n")
                    .contains("console_request_seconds_count{route=\"/api/live\"} 1\n")
                    .contains("route=\"/api/alerts/{id}\"")
                    .contains("console_up_to_date 0\n")
                    .doesNotContain("here", "strange-id");
        }
    }

    @Test
    void probesAndScrapesDoNotCountAmongWhatPeopleAsk() throws Exception {
        try (Console console = Console.start(SETTINGS, Clock.systemUTC())) {
            get(console, "/health");
            get(console, "/ready");
            get(console, "/metrics");
            get(console, "/api/live");

            assertThat(get(console, "/metrics").body())
                    .contains("console_requests_total{route=\"/api/live\",status=\"2xx\"} 1\n")
                    .doesNotContain("route=\"/health\"", "route=\"/ready\"", "route=\"/metrics\"");
        }
    }

    @Test
    void tellsHowLongElasticsearchTookAndWhetherItAnswered() throws Exception {
        try (FakeElasticsearch search = Samples.fill(FakeElasticsearch.start());
                Console console = Console.start(SETTINGS, Clock.systemUTC())) {
            search.holds(
                    "cx-alerts",
                    """
                    {"aggregations": {"states": {"buckets": [{"key": "firing", "doc_count": 2}]}}}
                    """);
            console.ready(search.client(), Samples.JOURNEY);
            console.measure(() -> "more_total 1\n");
            get(console, "/api/live");

            HttpResponse<String> metrics = get(console, "/metrics");

            assertThat(metrics.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("text/plain; version=0.0.4");
            assertThat(metrics.body())
                    .containsPattern(
                            "console_search_seconds_count\\{index=\"cx-signals\","
                                    + "outcome=\"answered\"} [1-9]")
                    .contains("console_alerts{state=\"firing\"} 2\n")
                    .contains("console_alerts{state=\"resolved\"} 0\n")
                    .contains("console_up_to_date 1\n")
                    .endsWith("more_total 1\n");
        }
    }

    @Test
    void saysNothingOfAlertsWhileElasticsearchDoesNotAnswer() throws Exception {
        try (FakeElasticsearch search = FakeElasticsearch.start().answersWith(503);
                Console console = Console.start(SETTINGS, Clock.systemUTC())) {
            console.ready(search.client(), Samples.JOURNEY);

            assertThat(get(console, "/metrics").body())
                    .contains("console_up_to_date 0\n")
                    .doesNotContain("console_alerts{");
            assertThat(get(console, "/metrics").body())
                    .contains(
                            "console_search_seconds_count{index=\"cx-alerts\",outcome=\"failed\"}");
        }
    }

    private HttpResponse<String> get(Console console, String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(console.url() + path)).build(),
                BodyHandlers.ofString());
    }
}
