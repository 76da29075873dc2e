package io.throughline.console;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.http.HttpHost;
import org.elasticsearch.client.RestClient;

/** A server that answers searches of an index with what it was told to. */
final class FakeElasticsearch implements AutoCloseable {

    static final String EMPTY = "{\"hits\": {\"total\": {\"value\": 0}, \"hits\": []}}";

    private final HttpServer server;
    private final RestClient client;
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final AtomicInteger searches = new AtomicInteger();
    private volatile int status = 200;

    private FakeElasticsearch(HttpServer server) {
        this.server = server;
        this.client =
                RestClient.builder(new HttpHost("127.0.0.1", server.getAddress().getPort()))
                        .build();
    }

    static FakeElasticsearch start() throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        FakeElasticsearch fake = new FakeElasticsearch(server);
        server.createContext("/", fake::answer);
        server.start();
        return fake;
    }

    /** What searches of the index get; those that look for the newest window get another. */
    FakeElasticsearch holds(String index, String answer) {
        answers.put(index, answer);
        return this;
    }

    FakeElasticsearch answersWith(int code) {
        status = code;
        return this;
    }

    int searches() {
        return searches.get();
    }

    RestClient client() {
        return client;
    }

    private void answer(HttpExchange exchange) throws IOException {
        searches.incrementAndGet();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String index = exchange.getRequestURI().getPath().split("/", -1)[1];
        String key = body.contains("windowEnd") ? "newest" : index;
        key = body.contains("health.state") ? "health" : key;
        key = body.contains("\"collapse\"") ? "watch" : key;
        key = body.contains("watch.expected") ? "due" : key;
        key = body.contains("\"hours\"") ? "hours" : key;
        key = body.contains("termTotal") ? "days" : key;
        key = body.contains("\"touchpoints\"") ? "touchpoints" : key;
        byte[] answer = answers.getOrDefault(key, EMPTY).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    @Override
    public void close() throws IOException {
        client.close();
        server.stop(0);
    }
}
