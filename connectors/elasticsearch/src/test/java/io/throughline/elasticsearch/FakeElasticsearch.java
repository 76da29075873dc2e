package io.throughline.elasticsearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * A loopback server that takes bulk requests as Elasticsearch does: it parses the framing, keeps
 * documents under external versions (and the versions of deletes), and answers item by item. What
 * it answers instead, for an item or a whole request, is scripted.
 */
public final class FakeElasticsearch implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** One item of a bulk request as it came over the wire. */
    public record Item(String action, String index, String id, long version, String document) {}

    /** An answer to one item. */
    public record Answer(int status, String type, String reason) {}

    /** What happens to a whole request instead of a proper reply. */
    public sealed interface Fault {}

    /** The request is refused with a status and body, and nothing is applied. */
    public record Refuse(int status, String body) implements Fault {}

    /** The request is applied, and then the connection is cut before a byte of the reply. */
    public record ApplyThenReset() implements Fault {}

    /** The connection is cut and nothing is applied. */
    public record Reset() implements Fault {}

    /** The request is applied; half of the reply is sent as if it were all. */
    public record ApplyThenTruncate() implements Fault {}

    /** The request is applied and no reply comes before the server closes. */
    public record ApplyThenStall() implements Fault {}

    private record Stored(long version, String document) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Map<String, Stored> documents = new ConcurrentHashMap<>();
    private final Map<String, Integer> sends = new ConcurrentHashMap<>();
    private final List<List<Item>> requests = new CopyOnWriteArrayList<>();
    private final ConcurrentLinkedQueue<Fault> faults = new ConcurrentLinkedQueue<>();
    private volatile Function<Item, Answer> items = item -> null;
    private volatile Function<List<Item>, Fault> always = request -> null;
    private volatile String authorization;
    private volatile String query;
    private volatile String path;

    public FakeElasticsearch() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    public ElasticsearchSettings settings() {
        return ElasticsearchSettings.of("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Answers items; null has the item applied. */
    public void answerItems(Function<Item, Answer> script) {
        items = script;
    }

    /** Answers the next request, after those already scripted. */
    public void next(Fault fault) {
        faults.add(fault);
    }

    /** Answers every request that no scripted fault is left for; null has it applied. */
    public void always(Function<List<Item>, Fault> script) {
        always = script;
    }

    /** Live documents by {@code index/id}. */
    public Map<String, String> documents() {
        Map<String, String> live = new ConcurrentHashMap<>();
        documents.forEach(
                (key, stored) -> {
                    if (stored.document != null) {
                        live.put(key, stored.document);
                    }
                });
        return live;
    }

    /** How often the item of that id was received. */
    public int sends(String id) {
        return sends.getOrDefault(id, 0);
    }

    /** Bulk requests received so far. */
    public List<List<Item>> requests() {
        return List.copyOf(requests);
    }

    public String lastAuthorization() {
        return authorization;
    }

    public String lastQuery() {
        return query;
    }

    public String lastPath() {
        return path;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            authorization = exchange.getRequestHeaders().getFirst("Authorization");
            query = exchange.getRequestURI().getQuery();
            path = exchange.getRequestURI().getPath();
            List<Item> request = parse(exchange.getRequestBody().readAllBytes());
            requests.add(request);
            request.forEach(item -> sends.merge(item.id, 1, Integer::sum));
            Fault fault = faults.poll();
            fault = fault == null ? always.apply(request) : fault;
            if (fault instanceof Refuse refuse) {
                reply(exchange, refuse.status, refuse.body);
            } else if (!(fault instanceof Reset)) {
                String reply = apply(request);
                if (fault == null) {
                    reply(exchange, 200, reply);
                } else if (fault instanceof ApplyThenTruncate) {
                    reply(exchange, 200, reply.substring(0, reply.length() / 2));
                } else if (fault instanceof ApplyThenStall) {
                    closing.await();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<Item> parse(byte[] body) throws IOException {
        String text = new String(body, StandardCharsets.UTF_8);
        if (!text.isEmpty() && !text.endsWith("\n")) {
            throw new IOException("the bulk body does not end with a line break");
        }
        List<Item> parsed = new ArrayList<>();
        String[] lines = text.split("\n");
        for (int i = 0; i < lines.length && !text.isEmpty(); i++) {
            JsonNode line = JSON.readTree(lines[i]);
            String action = line.fieldNames().next();
            JsonNode meta = line.get(action);
            if (!meta.path("version_type").asText().equals("external")) {
                throw new IOException("a write without an external version");
            }
            String document = action.equals("index") ? lines[++i] : null;
            if (document != null) {
                JSON.readTree(document);
            }
            parsed.add(
                    new Item(
                            action,
                            meta.get("_index").asText(),
                            meta.get("_id").asText(),
                            meta.get("version").asLong(),
                            document));
        }
        return parsed;
    }

    private synchronized String apply(List<Item> request) {
        StringBuilder reply = new StringBuilder("{\"items\":[");
        for (Item item : request) {
            Answer scripted = items.apply(item);
            Answer answer = scripted == null ? store(item) : scripted;
            reply.append(reply.length() > 10 ? "," : "");
            reply.append("{\"").append(item.action).append("\":{\"status\":");
            reply.append(answer.status);
            if (answer.type != null) {
                reply.append(",\"error\":{\"type\":\"").append(answer.type);
                reply.append("\",\"reason\":\"").append(answer.reason).append("\"}");
            }
            reply.append("}}");
        }
        return reply.append("]}").toString();
    }

    private Answer store(Item item) {
        String key = item.index + "/" + item.id;
        Stored stored = documents.get(key);
        if (stored != null && stored.version >= item.version) {
            return new Answer(409, "version_conflict_engine_exception", "current version is newer");
        }
        documents.put(key, new Stored(item.version, item.document));
        boolean there = stored != null && stored.document != null;
        if (item.action.equals("delete")) {
            return new Answer(there ? 200 : 404, null, null);
        }
        return new Answer(there ? 200 : 201, null, null);
    }

    private static void reply(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
