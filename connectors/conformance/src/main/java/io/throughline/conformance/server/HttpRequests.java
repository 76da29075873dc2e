package io.throughline.conformance.server;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads requests. */
final class HttpRequests {

    private HttpRequests() {}

    /** A request. */
    record Asked(String path, Map<String, String> query, String lastEventId, String body) {

        Optional<String> param(String name) {
            return Optional.ofNullable(name == null ? null : query.get(name));
        }

        /** Path, query and body as one text, decoded. */
        String whole() {
            return path + " " + query + " " + body;
        }
    }

    static Asked read(HttpExchange exchange) throws IOException {
        Map<String, String> query = new LinkedHashMap<>();
        String raw = exchange.getRequestURI().getRawQuery();
        for (String pair : raw == null ? new String[0] : raw.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                query.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return new Asked(
                exchange.getRequestURI().getPath(),
                query,
                exchange.getRequestHeaders().getFirst("Last-Event-ID"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
