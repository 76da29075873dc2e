package io.throughline.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.throughline.document.IndexTemplate;
import io.throughline.elasticsearch.ElasticsearchSetupException.Problem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.elasticsearch.client.RestClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndexSetupTest {

    private static final List<IndexTemplate> TEMPLATES =
            List.of(
                    new IndexTemplate("months", "{\"index_patterns\":[\"cx-feedback-*\"]}"),
                    new IndexTemplate("alerts", "{\"index_patterns\":[\"cx-alerts\"]}"));
    private static final String HEALTHY = "{\"cluster_name\":\"c\",\"status\":\"green\"}";

    private final Map<String, Reply> replies = new HashMap<>();
    private final List<String> requests = new ArrayList<>();
    private HttpServer server;
    private RestClient client;

    private record Reply(int status, String body) {}

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
        client = open(server.getAddress().getPort());
        replies.put("GET /_cluster/health", new Reply(200, HEALTHY));
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        server.stop(0);
    }

    @Test
    void putsTemplatesBeforeIndicesAndLeavesPatternsAlone() {
        replies.put("HEAD /cx-alerts", new Reply(404, ""));
        IndexSetup.ensure(client, TEMPLATES);

        assertThat(requests)
                .containsExactly(
                        "GET /_cluster/health",
                        "PUT /_index_template/months {\"index_patterns\":[\"cx-feedback-*\"]}",
                        "PUT /_index_template/alerts {\"index_patterns\":[\"cx-alerts\"]}",
                        "HEAD /cx-alerts",
                        "PUT /cx-alerts");
    }

    @Test
    void addsFieldsThatAreNewToTheIndicesThereAre() {
        IndexSetup.ensure(
                client,
                List.of(
                        new IndexTemplate(
                                "months",
                                "{\"index_patterns\":[\"cx-feedback-*\"],\"template\":"
                                        + "{\"mappings\":{\"dynamic\":\"strict\"}}}")));

        assertThat(requests)
                .last()
                .asString()
                .startsWith("PUT /cx-feedback-*/_mapping")
                .endsWith("{\"dynamic\":\"strict\"}");
    }

    @Test
    void createsNothingThatIsThere() {
        IndexSetup.ensure(client, TEMPLATES);

        assertThat(requests).contains("HEAD /cx-alerts").doesNotContain("PUT /cx-alerts");
    }

    @Test
    void isContentWhenSomebodyElseCreatedTheIndexMeanwhile() {
        replies.put("HEAD /cx-alerts", new Reply(404, ""));
        replies.put(
                "PUT /cx-alerts",
                new Reply(400, "{\"error\":{\"type\":\"resource_already_exists_exception\"}}"));
        IndexSetup.ensure(client, TEMPLATES);

        assertThat(requests).contains("PUT /cx-alerts");
    }

    @ParameterizedTest
    @CsvSource({"401, REFUSED_CREDENTIALS", "403, REFUSED_CREDENTIALS", "503, NOT_READY"})
    void tellsRefusalsApart(int status, Problem problem) {
        replies.put("GET /_cluster/health", new Reply(status, "{}"));

        assertProblem(() -> IndexSetup.ensure(client, TEMPLATES), problem);
    }

    @Test
    void noticesThatItIsNotElasticsearch() {
        replies.put("GET /_cluster/health", new Reply(200, "<html>hello</html>"));
        assertProblem(() -> IndexSetup.ensure(client, TEMPLATES), Problem.NOT_ELASTICSEARCH);

        replies.put("GET /_cluster/health", new Reply(404, "not found"));
        assertProblem(() -> IndexSetup.ensure(client, TEMPLATES), Problem.NOT_ELASTICSEARCH);
    }

    @Test
    void saysWhyATemplateIsRefused() {
        replies.put(
                "PUT /_index_template/months",
                new Reply(
                        400,
                        "{\"error\":{\"type\":\"mapper_parsing_exception\",\"reason\":\"outer\","
                                + "\"caused_by\":{\"type\":\"t\",\"reason\":\"unknown type [txt]\"}}}"));

        assertThatThrownBy(() -> IndexSetup.ensure(client, TEMPLATES))
                .isInstanceOf(ElasticsearchSetupException.class)
                .hasMessageContaining("months")
                .hasMessageContaining("unknown type [txt]");
    }

    @Test
    void saysThatNothingAnswers() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        try (RestClient nobody = open(free)) {
            assertProblem(() -> IndexSetup.ensure(nobody, TEMPLATES), Problem.UNREACHABLE);
        }
    }

    @Test
    void waitsUntilTheClusterServes() throws Exception {
        replies.put("GET /_cluster/health", new Reply(503, ""));
        FakeClock clock =
                new FakeClock() {
                    @Override
                    public void pause(long millis) {
                        super.pause(millis);
                        String status = pauses == 1 ? "red" : "yellow";
                        replies.put(
                                "GET /_cluster/health",
                                new Reply(200, HEALTHY.replace("green", status)));
                    }
                };
        IndexSetup.waitUntilReady(client, Duration.ofSeconds(60), clock);

        assertThat(requests).hasSize(3);
    }

    @Test
    void stopsWaitingInTheEnd() {
        replies.put("GET /_cluster/health", new Reply(200, HEALTHY.replace("green", "red")));
        FakeClock clock = new FakeClock();

        assertProblem(
                () -> IndexSetup.waitUntilReady(client, Duration.ofSeconds(2), clock),
                Problem.NOT_READY);
        assertThat(clock.pauses).isEqualTo(8);
    }

    @Test
    void doesNotWaitForCredentialsToBecomeRight() {
        replies.put("GET /_cluster/health", new Reply(401, "{}"));
        FakeClock clock = new FakeClock();

        assertProblem(
                () -> IndexSetup.waitUntilReady(client, Duration.ofSeconds(2), clock),
                Problem.REFUSED_CREDENTIALS);
        assertThat(clock.pauses).isZero();
    }

    private static void assertProblem(ThrowingCallable call, Problem problem) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ElasticsearchSetupException.class,
                        e -> assertThat(e.problem()).isEqualTo(problem));
    }

    private static RestClient open(int port) {
        return ElasticsearchClients.open(ElasticsearchSettings.of("http://127.0.0.1:" + port));
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String request = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
            String body =
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            requests.add(body.isEmpty() ? request : request + " " + body);
            Reply reply = replies.getOrDefault(request, new Reply(200, "{\"acknowledged\":true}"));
            byte[] bytes = reply.body.getBytes(StandardCharsets.UTF_8);
            boolean empty = bytes.length == 0 || exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(reply.status, empty ? -1 : bytes.length);
            if (!empty) {
                exchange.getResponseBody().write(bytes);
            }
        }
    }

    private static class FakeClock implements IndexSetup.Clock {
        int pauses;
        private long now;

        @Override
        public long nanoTime() {
            return now;
        }

        @Override
        public void pause(long millis) {
            pauses++;
            now += Duration.ofMillis(millis).toNanos();
        }
    }
}
