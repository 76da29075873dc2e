package io.throughline.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.apache.http.HttpHost;
import org.elasticsearch.client.RestClient;

/**
 * A server that holds numbered feedback, pages through it by {@code search_after}, and may fail.
 */
final class PagedElasticsearch implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final RestClient client;
    private final int documents;
    private final List<JsonNode> asked = new ArrayList<>();
    private volatile int failsFrom = Integer.MAX_VALUE;
    private volatile boolean late;

    private PagedElasticsearch(HttpServer server, int documents) {
        this.server = server;
        this.documents = documents;
        this.client =
                RestClient.builder(new HttpHost("127.0.0.1", server.getAddress().getPort()))
                        .build();
    }

    static PagedElasticsearch with(int documents) throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        PagedElasticsearch fake = new PagedElasticsearch(server, documents);
        server.createContext("/", fake::answer);
        server.start();
        return fake;
    }

    /** Answers 503 from that request on, counted from 0. */
    void failFrom(int request) {
        failsFrom = request;
    }

    /** Answers in part, as when the time of a search is up. */
    void runOutOfTime() {
        late = true;
    }

    RestClient client() {
        return client;
    }

    /** The bodies of all searches. */
    synchronized List<JsonNode> asked() {
        return List.copyOf(asked);
    }

    private void answer(HttpExchange exchange) throws IOException {
        JsonNode body = JSON.readTree(exchange.getRequestBody().readAllBytes());
        int request;
        synchronized (this) {
            request = asked.size();
            asked.add(body);
        }
        byte[] answer = JSON.writeValueAsBytes(page(body));
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(request >= failsFrom ? 503 : 200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private ObjectNode page(JsonNode body) {
        ObjectNode answer = JSON.createObjectNode().put("timed_out", late);
        ObjectNode hits = answer.putObject("hits");
        hits.putObject("total").put("value", documents);
        ArrayNode list = hits.putArray("hits");
        int from =
                body.has("search_after")
                        ? Integer.parseInt(body.path("search_after").path(1).asText().substring(10))
                                + 1
                        : 0;
        int size = body.path("size").asInt();
        for (int i = from; i < Math.min(documents, from + size); i++) {
            String id = "web:paged:%07d".formatted(i);
            ObjectNode hit = list.addObject();
            hit.putObject("_source")
                    .put("id", id)
                    .put("occurredAt", "2026-03-15T08:00:00Z")
                    .put("channel", "web")
                    .put("source", "paged")
                    .put("text", "=cmd|' /C calc'!A0 " + i);
            hit.putArray("sort").add(1_000_000_000L - i).add(id);
        }
        return answer;
    }

    @Override
    public void close() throws IOException {
        client.close();
        server.stop(0);
    }
}
