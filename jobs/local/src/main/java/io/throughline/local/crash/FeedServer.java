package io.throughline.local.crash;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * Serves two feeds as tools do: one as pages of what was updated since a time ({@code /changes},
 * the time itself included, links to the next page), one as server-sent events after a last event
 * id ({@code /events}).
 */
final class FeedServer implements AutoCloseable {

    private static final int PAGE = 10;
    private static final int EVENTS_AT_ONCE = 8;
    private static final long EVENT_WAIT_MILLIS = 50;

    private final Feed polled;
    private final Feed streamed;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile boolean closed;

    private FeedServer(Feed polled, Feed streamed, HttpServer server) {
        this.polled = polled;
        this.streamed = streamed;
        this.server = server;
    }

    static FeedServer start(Feed polled, Feed streamed) throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        FeedServer feeds = new FeedServer(polled, streamed, server);
        server.createContext("/changes", feeds::changes);
        server.createContext("/events", feeds::events);
        server.setExecutor(feeds.threads);
        server.start();
        return feeds;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void changes(HttpExchange exchange) throws IOException {
        Map<String, String> query = query(exchange);
        Instant since = Instant.parse(query.getOrDefault("since", Instant.EPOCH.toString()));
        int after = Integer.parseInt(query.getOrDefault("after", "0"));
        List<Change> rest =
                polled.newest().stream()
                        .filter(change -> !change.updated().isBefore(since))
                        .filter(change -> change.sequence() > after)
                        .toList();
        List<Change> page = rest.subList(0, Math.min(PAGE, rest.size()));
        String next =
                page.size() == rest.size()
                        ? "null"
                        : "\"%s/changes?since=%s&after=%d\""
                                .formatted(url(), since, page.get(PAGE - 1).sequence());
        String items = page.stream().map(Change::json).collect(Collectors.joining(","));
        byte[] body =
                ("{\"items\":[" + items + "],\"next\":" + next + "}")
                        .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
        polled.shows(page);
    }

    private static Map<String, String> query(HttpExchange exchange) {
        String query = exchange.getRequestURI().getRawQuery();
        return query == null
                ? Map.of()
                : Arrays.stream(query.split("&"))
                        .map(pair -> pair.split("=", 2))
                        .collect(
                                Collectors.toMap(
                                        pair -> pair[0],
                                        pair ->
                                                URLDecoder.decode(
                                                        pair[1], StandardCharsets.UTF_8)));
    }

    /** Ends when the client has gone, which the next write tells. */
    private void events(HttpExchange exchange) throws IOException {
        String id = exchange.getRequestHeaders().getFirst("Last-Event-ID");
        int last = id == null ? 0 : Integer.parseInt(id);
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            while (!closed) {
                List<Change> all = streamed.after(last, EVENT_WAIT_MILLIS);
                List<Change> some = all.subList(0, Math.min(EVENTS_AT_ONCE, all.size()));
                out.write(events(some).getBytes(StandardCharsets.UTF_8));
                out.flush();
                streamed.shows(some);
                last += some.size();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String events(List<Change> changes) {
        return changes.isEmpty()
                ? ":\n\n"
                : changes.stream()
                        .map(change -> "id: " + change.sequence() + "\ndata: " + change.json())
                        .collect(Collectors.joining("\n\n", "", "\n\n"));
    }

    @Override
    public void close() {
        closed = true;
        server.stop(0);
        threads.shutdownNow();
    }
}
