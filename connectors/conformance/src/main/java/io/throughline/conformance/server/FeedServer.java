package io.throughline.conformance.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.throughline.conformance.server.HttpRequests.Asked;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server of pages on the loopback interface, and of tokens for those who ask for one first. */
public final class FeedServer implements AutoCloseable {

    private static final int OK = 200;
    private static final String TOKEN =
            "{\"access_token\":\"kit-token\",\"token_type\":\"bearer\",\"expires_in\":3600}";

    static {
        // Head and body of an answer are two packets; Nagle's algorithm holds the second one back
        // for 40 ms. Read once, by the first server of the JVM.
        if (System.getProperty("sun.net.httpserver.nodelay") == null) {
            System.setProperty("sun.net.httpserver.nodelay", "true");
        }
    }

    private final HttpServer server;
    private final FeedPages pages;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Deque<Trouble> troubles = new ArrayDeque<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    private FeedServer(HttpServer server, FeedPages pages) {
        this.server = server;
        this.pages = pages;
    }

    /** Starts one. */
    public static FeedServer start(FeedPages pages) {
        try {
            HttpServer server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            FeedServer feed = new FeedServer(server, pages);
            server.setExecutor(feed.threads);
            server.createContext("/", feed::handle);
            server.start();
            pages.servedAt(feed.url());
            return feed;
        } catch (IOException e) {
            throw new UncheckedIOException("no port on the loopback interface is free", e);
        }
    }

    /** Address without a path. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Each request from now on meets the next of these before it is answered. */
    public synchronized void trouble(Collection<Trouble> more) {
        troubles.addAll(more);
    }

    /** Requests for pages so far: path, query and body. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    private synchronized Trouble next() {
        return troubles.poll();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try {
            Asked request = HttpRequests.read(exchange);
            if (request.body().contains("grant_type=")) {
                reply(exchange, OK, TOKEN.getBytes(StandardCharsets.UTF_8));
                return;
            }
            asked.add(request.whole());
            Trouble trouble = next();
            if (trouble == null) {
                FeedPages.Page page = pages.answer(request);
                if (page.link() != null) {
                    exchange.getResponseHeaders().add("Link", page.link());
                }
                reply(exchange, page.found() ? OK : 404, page.body());
            } else {
                meet(trouble, request, exchange);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }

    private void meet(Trouble trouble, Asked request, HttpExchange exchange)
            throws IOException, InterruptedException {
        switch (trouble) {
            case LIMITED -> {
                exchange.getResponseHeaders()
                        .add(pages.retryAfter(), "" + Trouble.RETRY_AFTER_SECONDS);
                reply(exchange, 429, new byte[0]);
            }
            case UNAVAILABLE -> reply(exchange, 503, new byte[0]);
            case ERROR -> reply(exchange, 500, "oops".getBytes(StandardCharsets.UTF_8));
            case BROKEN_OFF -> {
                exchange.sendResponseHeaders(OK, 1000);
                exchange.getResponseBody().write('[');
                exchange.getResponseBody().flush();
            }
            case SILENT -> closed.await();
            case TRUNCATED -> {
                byte[] whole = pages.answer(request).body();
                reply(exchange, OK, Arrays.copyOf(whole, Math.max(1, whole.length * 2 / 3)));
            }
            case HTML -> reply(exchange, OK, Trouble.ERROR_PAGE.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void reply(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
