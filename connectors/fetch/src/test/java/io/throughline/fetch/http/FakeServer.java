package io.throughline.fetch.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
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

/** An HTTP server that answers each request with the next of its answers, then with the last. */
final class FakeServer implements AutoCloseable {

    /** Writes one answer. */
    interface Reply {
        void to(HttpExchange exchange) throws IOException, InterruptedException;
    }

    final List<String> requests = new CopyOnWriteArrayList<>();
    final List<String> lastEventIds = new CopyOnWriteArrayList<>();
    private final Queue<Reply> replies = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final HttpServer server;
    private Reply last = status(404, "");

    private FakeServer(HttpServer server) {
        this.server = server;
    }

    static FakeServer start() {
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
        requests.add(exchange.getRequestURI().toString());
        String id = exchange.getRequestHeaders().getFirst("Last-Event-ID");
        lastEventIds.add(id == null ? "" : id);
        try {
            next().to(exchange);
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

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    FakeServer then(Reply... more) {
        replies.addAll(List.of(more));
        return this;
    }

    static Reply page(String body) {
        return status(200, body);
    }

    static Reply status(int status, String body, String... headers) {
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
    static Reply brokenOff() {
        return exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write('[');
            exchange.getResponseBody().flush();
        };
    }

    /** Never answers. */
    Reply hanging() {
        return exchange -> closed.await();
    }

    /** Sends events, then ends the stream as one should. */
    static Reply events(String text) {
        return exchange -> {
            send(exchange, text);
            exchange.getResponseBody().close();
        };
    }

    /** Sends comments with time between them, then events. */
    Reply heartbeatsThenEvents(int heartbeats, Duration every, String text) {
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
    static Reply eventsThenDrop(String text) {
        return exchange -> {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length + 1000L);
            exchange.getResponseBody().write(bytes);
            exchange.getResponseBody().flush();
        };
    }

    /** Sends events, then nothing more over an open connection. */
    Reply eventsThenSilence(String text) {
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
