package io.throughline.fetch;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;

/** An HTTP server that answers each request with the next of its answers, then with the last. */
public final class FakeServer implements AutoCloseable {

    static {
        // Small answers would each wait 40 ms for the acknowledgement of their headers.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    /** A request as it came. */
    public record Seen(String method, String uri, Headers headers, String body) {

        /** A header, or nothing. */
        public String header(String name) {
            return headers.getFirst(name);
        }

        /** A query parameter, or nothing. */
        public String param(String name) {
            String query = URI.create(uri).getRawQuery();
            for (String each : query == null ? new String[0] : query.split("&")) {
                if (each.startsWith(name + "=")) {
                    return URLDecoder.decode(
                            each.substring(name.length() + 1), StandardCharsets.UTF_8);
                }
            }
            return null;
        }
    }

    /** Writes one answer. */
    public interface Reply {
        void to(HttpExchange exchange) throws IOException, InterruptedException;
    }

    public final List<String> requests = new CopyOnWriteArrayList<>();
    public final List<String> lastEventIds = new CopyOnWriteArrayList<>();
    public final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final Queue<Reply> replies = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final HttpServer server;
    private Reply last = status(404, "");
    private volatile Function<Seen, Reply> router;

    private FakeServer(HttpServer server) {
        this.server = server;
    }

    public static FakeServer start() {
        try {
            HttpServer server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            FakeServer fake = new FakeServer(server);
            server.setExecutor(fake.threads);
            server.createContext("/", fake::handle);
            server.start();
            return fake;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        Seen request =
                new Seen(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI().toString(),
                        exchange.getRequestHeaders(),
                        new String(
                                exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        seen.add(request);
        requests.add(request.uri());
        String id = exchange.getRequestHeaders().getFirst("Last-Event-ID");
        lastEventIds.add(id == null ? "" : id);
        try {
            (router == null ? next() : router.apply(request)).to(exchange);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }

    private synchronized Reply next() {
        Reply reply = replies.poll();
        last = reply == null ? last : reply;
        return last;
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public FakeServer then(Reply... more) {
        replies.addAll(List.of(more));
        return this;
    }

    /** Answers by the request from now on. */
    public FakeServer always(Function<Seen, Reply> newRouter) {
        router = newRouter;
        return this;
    }

    /** The same body packed with gzip. */
    public static Reply packed(String body) {
        return exchange -> {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
                out.write(body.getBytes(StandardCharsets.UTF_8));
            }
            exchange.getResponseHeaders().add("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, bytes.size());
            exchange.getResponseBody().write(bytes.toByteArray());
        };
    }

    public static Reply page(String body) {
        return status(200, body);
    }

    public static Reply status(int status, String body, String... headers) {
        return exchange -> {
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
            }
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }

    /** Promises more than it sends. */
    public static Reply brokenOff() {
        return exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write('[');
            exchange.getResponseBody().flush();
        };
    }

    /** Never answers. */
    public Reply hanging() {
        return exchange -> closed.await();
    }

    /** Sends events, then ends the stream as one should. */
    public static Reply events(String text) {
        return exchange -> {
            send(exchange, text);
            exchange.getResponseBody().close();
        };
    }

    /** Sends comments with time between them, then events. */
    public Reply heartbeatsThenEvents(int heartbeats, Duration every, String text) {
        return exchange -> {
            send(exchange, ":)\n\n");
            for (int i = 0; i < heartbeats; i++) {
                closed.await(every.toMillis(), TimeUnit.MILLISECONDS);
                exchange.getResponseBody().write(":thump\n\n".getBytes(StandardCharsets.UTF_8));
                exchange.getResponseBody().flush();
            }
            exchange.getResponseBody().write(text.getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().close();
        };
    }

    /** Promises more than the events it sends, then drops the connection. */
    public static Reply eventsThenDrop(String text) {
        return exchange -> {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length + 1000L);
            exchange.getResponseBody().write(bytes);
            exchange.getResponseBody().flush();
        };
    }

    /** Sends events, then nothing more over an open connection. */
    public Reply eventsThenSilence(String text) {
        return exchange -> {
            send(exchange, text);
            closed.await();
        };
    }

    private static void send(HttpExchange exchange, String text) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write(text.getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
