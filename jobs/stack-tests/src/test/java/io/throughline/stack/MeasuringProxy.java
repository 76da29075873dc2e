package io.throughline.stack;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/**
 * Passes a page on inside a frame of a given width, with one more script that writes into the
 * framing document how wide the page is laid out. Only a browser knows that, a dump of the document
 * does not say it, and no window of a browser is as narrow as a phone.
 */
final class MeasuringProxy implements AutoCloseable {

    private static final String SCRIPT_TAG = "<script src=\"measure.js\"></script></head>";
    private static final String SCRIPT =
            """
            setInterval(() => {
              const seen = parent.document.body.dataset;
              seen.width = document.documentElement.clientWidth;
              seen.needed = document.documentElement.scrollWidth;
              seen.rows = document.querySelectorAll(".stages tbody tr").length;
            }, 100);
            """;
    private static final String FRAME =
            "<!doctype html><body><iframe src=\"/\" width=\"%s\" height=\"900\"></iframe>";
    private static final String AT = "/at/";

    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpServer server;
    private final String origin;

    private MeasuringProxy(HttpServer server, String origin) {
        this.server = server;
        this.origin = origin;
    }

    static MeasuringProxy before(String origin) throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        MeasuringProxy proxy = new MeasuringProxy(server, origin);
        server.createContext("/", proxy::pass);
        server.start();
        return proxy;
    }

    /** Address of the page in a frame of that width in pixels. */
    String at(int width) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + AT + width;
    }

    private void pass(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.equals("/measure.js")) {
            answer(exchange, "text/javascript", SCRIPT.getBytes(StandardCharsets.UTF_8));
            return;
        }
        if (path.startsWith(AT)) {
            String frame = FRAME.formatted(path.substring(AT.length()));
            answer(exchange, "text/html", frame.getBytes(StandardCharsets.UTF_8));
            return;
        }
        HttpResponse<byte[]> answer = ask(path);
        byte[] body = answer.body();
        if (path.equals("/")) {
            body =
                    new String(body, StandardCharsets.UTF_8)
                            .replace("</head>", SCRIPT_TAG)
                            .getBytes(StandardCharsets.UTF_8);
        }
        answer(exchange, answer.headers().firstValue("Content-Type").orElse("text/plain"), body);
    }

    private HttpResponse<byte[]> ask(String path) throws IOException {
        try {
            return client.send(
                    HttpRequest.newBuilder(URI.create(origin + path)).build(),
                    BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    private static void answer(HttpExchange exchange, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
