package io.throughline.local.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.throughline.elasticsearch.ClusterAdmin;
import io.throughline.elasticsearch.ElasticsearchClients;
import io.throughline.elasticsearch.ElasticsearchSettings;
import io.throughline.elasticsearch.ElasticsearchSetupException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.elasticsearch.client.RestClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a server that answers as the lifecycle management of Elasticsearch is documented to. */
class LifecycleStepsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MONTH = "cx-feedback-2025-03";

    /** Bodies of what was put, by path. */
    private final Map<String, JsonNode> kept = new TreeMap<>();

    private final Map<String, String> answers = new TreeMap<>();
    private final List<String> puts = new ArrayList<>();
    private final ObjectNode settings = JSON.createObjectNode();
    private HttpServer server;
    private RestClient client;
    private ClusterAdmin cluster;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
        client =
                ElasticsearchClients.open(
                        ElasticsearchSettings.of(
                                "http://127.0.0.1:" + server.getAddress().getPort()));
        cluster = new ClusterAdmin(client);
        answers.put("/_ilm/status", "{\"operation_mode\": \"RUNNING\"}");
        answers.put("/_index_template", "{\"index_templates\": []}");
        answers.put("/_cluster/health", "{\"cluster_name\": \"c\", \"status\": \"green\"}");
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        server.stop(0);
    }

    @Test
    void policyTemplateAndMonthsArePutOnceAndCountFromTheBeginOfTheMonth() {
        plan("13M").apply();

        assertThat(puts)
                .containsExactly(
                        "/_ilm/policy/throughline-retention",
                        "/_component_template/throughline-retention",
                        "/" + MONTH + "/_settings");
        JsonNode policy = kept.get("/_ilm/policy/throughline-retention").path("policy");
        assertThat(policy.at("/phases/delete/min_age").asText()).isEqualTo("434d");
        assertThat(settings.path("index.lifecycle.origination_date").asText())
                .isEqualTo("1740787200000");
        Plan again = plan("13M");
        assertThat(again.changes()).isZero();
        assertThat(PlanText.of(plan("2y"))).contains("~ phases.delete.min_age: 434d → 775d");
    }

    @Test
    void whatOthersHaveDecidedStays() {
        settings.put("index.lifecycle.name", "house");
        ObjectNode policy = kept("/_ilm/policy/throughline-retention").putObject("policy");
        policy.putObject("phases");

        Plan plan = plan("13M");

        assertThat(plan.refused()).isTrue();
        assertThat(PlanText.of(plan))
                .contains("There is one of that name that Throughline has not");
        assertThatThrownBy(() -> plan.apply()).isInstanceOf(IllegalStateException.class);
        kept.clear();
        assertThat(PlanText.of(plan("13M"))).contains("It has the lifecycle policy house");
        assertThat(puts).isEmpty();
    }

    @Test
    void otherServersAndOldOnesAreToldApart() {
        answers.put(
                "/", "{\"version\": {\"number\": \"2.11.0\", \"distribution\": \"opensearch\"}}");
        assertThatThrownBy(() -> Cluster.check(cluster))
                .isInstanceOf(ProvisionException.class)
                .hasMessageContaining("what answers is opensearch 2.11.0");
        answers.put("/", "{\"version\": {\"number\": \"7.17.3\"}}");
        assertThatThrownBy(() -> Cluster.check(cluster))
                .hasMessageContaining("this is Elasticsearch 7.17.3")
                .hasMessageContaining("8.19 and newer");
        answers.put("/", "{\"version\": {\"number\": \"9.2.0\"}}");
        Cluster.check(cluster);
    }

    @Test
    void aKibanaGivenAsElasticsearchIsToldSo() throws IOException {
        try (FakeKibana kibana = new FakeKibana();
                RestClient wrong =
                        ElasticsearchClients.open(ElasticsearchSettings.of(kibana.url()))) {
            assertThatThrownBy(() -> Cluster.check(new ClusterAdmin(wrong)))
                    .isInstanceOf(ElasticsearchSetupException.class)
                    .hasMessageContaining("is Kibana, not Elasticsearch");
        }
    }

    private Plan plan(String keep) {
        return new Plan(
                new LifecycleSteps(cluster, Keep.parse(keep))
                        .steps(Map.of("cx-feedback", Map.of(MONTH, state()))));
    }

    private JsonNode state() {
        ObjectNode state = JSON.createObjectNode();
        state.set("settings", settings);
        return state;
    }

    private ObjectNode kept(String path) {
        ObjectNode body = JSON.createObjectNode();
        kept.put(path, body);
        return body;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (exchange.getRequestMethod().equals("PUT")) {
                JsonNode json = JSON.readTree(body);
                puts.add(path);
                kept.put(path, json);
                if (path.endsWith("/_settings")) {
                    settings.setAll((ObjectNode) json);
                }
                reply(exchange, 200, "{\"acknowledged\": true}");
            } else if (answers.containsKey(path)) {
                reply(exchange, 200, answers.get(path));
            } else if (kept.containsKey(path)) {
                reply(exchange, 200, read(path, kept.get(path)).toString());
            } else {
                reply(exchange, 404, "{\"error\": {\"type\": \"resource_not_found_exception\"}}");
            }
        }
    }

    /** What was put, in the envelope in which it is given back. */
    private static JsonNode read(String path, JsonNode body) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        ObjectNode envelope = JSON.createObjectNode();
        if (path.startsWith("/_ilm")) {
            envelope.putObject(name).put("version", 1).set("policy", body.path("policy"));
        } else {
            envelope.putArray("component_templates")
                    .addObject()
                    .put("name", name)
                    .set("component_template", body);
        }
        return envelope;
    }

    private static void reply(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
