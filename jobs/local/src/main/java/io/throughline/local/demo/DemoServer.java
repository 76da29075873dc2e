package io.throughline.local.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.throughline.local.demo.wire.ReviewPage;
import io.throughline.local.demo.wire.StreamEvent;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plays the App Store's review feed and a Mastodon server's stream on loopback. The first request
 * for some pages gets 503 with {@code Retry-After}, and the stream beats its heart between events:
 * a client that cannot live with either would not survive the real ones.
 */
final class DemoServer implements AutoCloseable {

    static final String REVIEWS = "/us/rss/customerreviews/";
    static final String STREAMING = "/api/v1/streaming/";

    private static final Logger LOG = LoggerFactory.getLogger(DemoServer.class);

    private static final Pattern PAGE =
            Pattern.compile("page=(\\d{1,6})/id=(\\d+)/sortby=mostrecent/json");

    private static final Set<Integer> BUSY_AT_FIRST = Set.of(3, 8);
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);
    private static final int EVENTS_A_HEARTBEAT = 200;

    private final ReviewFeed reviews;
    private final EventLog events;
    private final HttpServer server;
    private final ExecutorService threads;
    private final Set<Integer> wasBusy = ConcurrentHashMap.newKeySet();

    private DemoServer(ReviewFeed reviews, EventLog events, HttpServer server) {
        this.reviews = reviews;
        this.events = events;
        this.server = server;
        this.threads =
                Executors.newCachedThreadPool(
                        task -> {
                            Thread thread = new Thread(task, "demo-server");
                            thread.setDaemon(true);
                            return thread;
                        });
    }

    /** Listens on a free port of the loopback address. */
    static DemoServer start(ReviewFeed reviews, EventLog events) throws IOException {
        InetSocketAddress free = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        DemoServer server = new DemoServer(reviews, events, HttpServer.create(free, 0));
        server.server.createContext(REVIEWS, server::page);
        server.server.createContext(STREAMING, server::stream);
        server.server.setExecutor(server.threads);
        server.server.start();
        return server;
    }

    /** Such as {@code http://127.0.0.1:40123}. */
    URI baseUrl() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void page(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath().substring(REVIEWS.length());
            Matcher matcher = PAGE.matcher(path);
            if (!matcher.matches() || !matcher.group(2).equals(ReviewHistory.APP_ID)) {
                answer(exchange, 404, "text/html", "<html><body>Not Found</body></html>");
                return;
            }
            int page = Integer.parseInt(matcher.group(1));
            if (BUSY_AT_FIRST.contains(page) && wasBusy.add(page)) {
                exchange.getResponseHeaders().set("Retry-After", "1");
                answer(exchange, 503, "text/html", "<html><body>Busy</body></html>");
            } else if (page < 1 || page > ReviewPage.LAST) {
                answer(exchange, 400, "text/plain", ReviewPage.TOO_DEEP);
            } else {
                answer(exchange, 200, "text/javascript; charset=utf-8", reviews.page(page));
            }
        }
    }

    private void stream(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.sendResponseHeaders(200, 0);
            OutputStream out = exchange.getResponseBody();
            write(out, ":)\n\n");
            int next = events.first();
            while (!events.endsBefore(next)) {
                Optional<StreamEvent> event = events.await(next, HEARTBEAT);
                if (event.isPresent()) {
                    write(out, event.get().frame());
                    next++;
                }
                if (event.isEmpty() || next % EVENTS_A_HEARTBEAT == 0) {
                    write(out, StreamEvent.HEARTBEAT);
                }
                if (event.isEmpty() || events.caughtUp(next)) {
                    out.flush();
                }
            }
            LOG.debug("Stream ended after {} events", next);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, int status, String type, String body)
            throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
