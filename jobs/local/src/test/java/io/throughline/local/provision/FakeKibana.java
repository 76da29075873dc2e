package io.throughline.local.provision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.util.Set;
import java.util.TreeMap;

/**
 * A loopback server that answers as Kibana's saved objects and alerting are documented to: an
 * export fails for a single missing object and names it, an import takes a form with a file and
 * tells success in its body, a rule wants a UUID and refuses keys it does not know.
 */
final class FakeKibana implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String UUID =
            "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-.{12}";
    private static final Set<String> OF_A_CHANGE =
            Set.of(
                    "name",
                    "tags",
                    "schedule",
                    "params",
                    "actions",
                    "alert_delay",
                    "flapping",
                    "throttle",
                    "notify_when");

    final Map<String, ObjectNode> objects = new TreeMap<>();
    final Map<String, ObjectNode> rules = new TreeMap<>();
    final List<String> changes = new ArrayList<>();
    String version = "9.1.2";
    String space = "";
    String key = "";
    int refuses;

    /** Changes after which an import fails. */
    int takesAtMost = Integer.MAX_VALUE;

    private final HttpServer server;

    FakeKibana() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body =
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String path = exchange.getRequestURI().getPath();
            String method = exchange.getRequestMethod();
            String authorization = exchange.getRequestHeaders().getFirst("Authorization");
            exchange.getResponseHeaders().set("kbn-name", "fake");
            if (!key.isEmpty() && !("ApiKey " + key).equals(authorization)) {
                error(exchange, 401, "Unauthorized");
            } else if (!path.startsWith(space + "/api/")) {
                error(exchange, 404, "Not Found");
            } else if (!method.equals("GET")
                    && exchange.getRequestHeaders().getFirst("kbn-xsrf") == null) {
                error(exchange, 400, "Request must contain a kbn-xsrf header.");
            } else if (refuses != 0 && !path.endsWith("/status")) {
                error(exchange, refuses, "Unable to bulk_get dashboard");
            } else {
                answer(exchange, method, path.substring(space.length()), body);
            }
        }
    }

    private void answer(HttpExchange exchange, String method, String path, String body)
            throws IOException {
        String rule = path.replace("/api/alerting/rule/", "");
        switch (method + " " + path.replace(rule, "")) {
            case "GET " -> status(exchange);
            case "POST " -> saved(exchange, path, body);
            case "GET /api/alerting/rule/" -> {
                if (rules.containsKey(rule)) {
                    reply(exchange, 200, rules.get(rule));
                } else {
                    error(exchange, 404, "Saved object [alert/" + rule + "] not found");
                }
            }
            case "POST /api/alerting/rule/" -> create(exchange, rule, body);
            case "PUT /api/alerting/rule/" -> update(exchange, rule, body);
            default -> error(exchange, 404, "Not Found");
        }
    }

    private void status(HttpExchange exchange) throws IOException {
        ObjectNode status = JSON.createObjectNode();
        status.putObject("status").putObject("overall").put("level", "available");
        status.putObject("version").put("number", version);
        reply(exchange, 200, status);
    }

    private void saved(HttpExchange exchange, String path, String body) throws IOException {
        if (path.endsWith("/_import") && changes.size() == takesAtMost) {
            error(exchange, 500, "boom");
        } else if (path.endsWith("/_export")) {
            export(exchange, JSON.readTree(body));
        } else if (path.endsWith("/_import")
                && "overwrite=true".equals(exchange.getRequestURI().getQuery())) {
            take(exchange, body);
        } else {
            error(exchange, 404, "Not Found");
        }
    }

    private void export(HttpExchange exchange, JsonNode question) throws IOException {
        StringBuilder lines = new StringBuilder();
        ObjectNode failure = JSON.createObjectNode();
        failure.put("statusCode", 400).put("message", "Error fetching objects to export");
        ArrayNode absent = failure.putObject("attributes").putArray("objects");
        for (JsonNode one : question.path("objects")) {
            ObjectNode found = objects.get(name(one));
            if (found == null) {
                absent.addObject()
                        .put("id", one.path("id").asText())
                        .put("type", one.path("type").asText())
                        .putObject("error")
                        .put("statusCode", 404);
            } else {
                lines.append(lines.isEmpty() ? "" : "\n").append(found);
            }
        }
        if (absent.isEmpty()) {
            send(exchange, 200, lines.toString());
        } else {
            reply(exchange, 400, failure);
        }
    }

    private void take(HttpExchange exchange, String form) throws IOException {
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        String boundary = type.substring(type.indexOf("boundary=") + 9);
        if (!form.startsWith("--" + boundary)
                || !form.contains("filename=\"throughline.ndjson\"")) {
            error(exchange, 415, "Unsupported Media Type");
            return;
        }
        ObjectNode answer = JSON.createObjectNode().put("success", true);
        ArrayNode errors = JSON.createArrayNode();
        String file =
                form.substring(
                        form.indexOf("\r\n\r\n") + 4, form.indexOf("\r\n--" + boundary + "--"));
        for (String line : file.split("\n")) {
            ObjectNode object = (ObjectNode) JSON.readTree(line);
            for (JsonNode reference : object.path("references")) {
                if (reference.path("type").asText().equals("index-pattern")
                        && !objects.containsKey(name(reference))) {
                    errors.addObject()
                            .put("type", object.path("type").asText())
                            .put("id", object.path("id").asText())
                            .putObject("error")
                            .put("type", "missing_references")
                            .putArray("references")
                            .addObject()
                            .put("type", "index-pattern")
                            .put("id", reference.path("id").asText());
                }
            }
            if (errors.isEmpty()) {
                // What Kibana adds by itself.
                object.put("updated_at", "2026-01-01T00:00:00.000Z").put("version", "WzEsMV0=");
                ((ObjectNode) object.path("attributes")).put("added", "default");
                objects.put(name(object), object);
                changes.add("import " + name(object));
            }
        }
        if (!errors.isEmpty()) {
            answer.put("success", false).set("errors", errors);
        }
        reply(exchange, 200, answer);
    }

    private static String name(JsonNode object) {
        return object.path("type").asText() + " " + object.path("id").asText();
    }

    private void create(HttpExchange exchange, String id, String body) throws IOException {
        if (!id.matches(UUID)) {
            error(exchange, 400, "Predefined IDs are not allowed unless the ID is a UUID");
        } else if (rules.containsKey(id)) {
            error(exchange, 409, "conflict");
        } else {
            ObjectNode rule = (ObjectNode) JSON.readTree(body);
            rule.put("id", id).putNull("throttle");
            rules.put(id, rule);
            changes.add("create rule");
            reply(exchange, 200, rule);
        }
    }

    private void update(HttpExchange exchange, String id, String body) throws IOException {
        ObjectNode change = (ObjectNode) JSON.readTree(body);
        List<String> unknown = new ArrayList<>();
        change.fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(OF_A_CHANGE);
        boolean tellsKind = change.findValue("connector_type_id") != null;
        if (!unknown.isEmpty() || tellsKind) {
            error(exchange, 400, "definition for this key is missing");
            return;
        }
        ObjectNode rule = rules.get(id);
        rule.set("actions", JSON.createArrayNode());
        rule.setAll(change);
        changes.add("update rule");
        reply(exchange, 200, rule);
    }

    private static void error(HttpExchange exchange, int status, String message)
            throws IOException {
        reply(
                exchange,
                status,
                JSON.createObjectNode().put("statusCode", status).put("message", message));
    }

    private static void reply(HttpExchange exchange, int status, JsonNode body) throws IOException {
        send(exchange, status, body.toString());
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
