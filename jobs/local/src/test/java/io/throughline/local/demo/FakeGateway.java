package io.throughline.local.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.throughline.local.demo.wire.Webhook;
import io.throughline.model.Hashes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;

/** Takes webhooks that are signed, and says 503 to the first few before it takes them. */
final class FakeGateway implements AutoCloseable {

    final BlockingQueue<byte[]> taken = new LinkedBlockingQueue<>();
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final byte[] secret;
    private final HttpServer server;

    FakeGateway(byte[] secret) throws IOException {
        this.secret = secret;
        this.server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/channels/typeform", this::receive);
        server.start();
    }

    URI url() {
        return URI.create(
                "http://127.0.0.1:" + server.getAddress().getPort() + "/channels/typeform");
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String signature = exchange.getRequestHeaders().getFirst(Webhook.HEADER);
            String due =
                    new Webhook(Instant.EPOCH, body, Webhook.Sender.PROVIDER).signature(secret);
            if (seen.size() < 3 && seen.add(Hashes.sha256(body))) {
                exchange.sendResponseHeaders(503, -1);
            } else if (due.equals(signature)) {
                taken.add(body);
                exchange.sendResponseHeaders(202, -1);
            } else {
                exchange.sendResponseHeaders(401, -1);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
