package io.throughline.kibana.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLException;

/**
 * Speaks to the saved objects and the alerting of one space of a Kibana. Objects are read by {@code
 * _export}, which every version from 8.0 on has in the same form; {@code _bulk_get} is on its way
 * out.
 *
 * <p>Every method throws a {@link KibanaException} with a sentence when Kibana is not there, is
 * none, or refuses.
 */
public final class KibanaClient {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(60);
    private static final String BOUNDARY = "throughline-saved-objects";

    private final KibanaSettings settings;
    private final HttpClient client;

    public KibanaClient(KibanaSettings settings) {
        this.settings = settings;
        HttpClient.Builder builder =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(Redirect.NEVER)
                        .connectTimeout(CONNECT);
        settings.trust().ifPresent(builder::sslContext);
        client = builder.build();
    }

    /**
     * The version that answers; empty when it does not tell.
     *
     * <p>Kibana tells its version only to those it knows, so that wrong credentials are found here.
     */
    public String version() {
        KibanaAnswer answer = send(get("/api/status"), "its status");
        if (!answer.succeeded()) {
            throw answer.failure();
        }
        if (!answer.json().has("status")) {
            throw new KibanaException(
                    "what answers at "
                            + settings.url().getAuthority()
                            + " is not Kibana; check the address and its port");
        }
        return answer.json().at("/version/number").asText("");
    }

    /** Those of the objects that Kibana has. */
    public Map<ObjectKey, JsonNode> export(List<ObjectKey> keys) {
        List<ObjectKey> asked = new ArrayList<>(keys);
        while (!asked.isEmpty()) {
            KibanaAnswer answer = exported(asked);
            if (answer.succeeded()) {
                return lines(answer.response().body());
            }
            List<ObjectKey> absent = absent(answer);
            if (absent.isEmpty() || !asked.removeAll(absent)) {
                throw answer.failure();
            }
        }
        return Map.of();
    }

    private KibanaAnswer exported(List<ObjectKey> keys) {
        ObjectNode body = JSON.createObjectNode();
        ArrayNode objects = body.putArray("objects");
        keys.forEach(key -> objects.addObject().put("type", key.type()).put("id", key.id()));
        body.put("includeReferencesDeep", false).put("excludeExportDetails", true);
        return send(json("POST", "/api/saved_objects/_export", body), "to export saved objects");
    }

    /** A single object that is missing fails an export, which then names those that are. */
    private static List<ObjectKey> absent(KibanaAnswer answer) {
        List<ObjectKey> absent = new ArrayList<>();
        if (answer.status() == 400) {
            answer.json()
                    .at("/attributes/objects")
                    .forEach(
                            one -> {
                                if (one.at("/error/statusCode").asInt() == 404) {
                                    absent.add(key(one));
                                }
                            });
        }
        return absent;
    }

    private static Map<ObjectKey, JsonNode> lines(String ndjson) {
        Map<ObjectKey, JsonNode> objects = new LinkedHashMap<>();
        ndjson.lines()
                .filter(line -> !line.isBlank())
                .map(KibanaClient::parse)
                .forEach(object -> objects.put(key(object), object));
        return objects;
    }

    private static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new KibanaException("Kibana exported a line that is no JSON", e);
        }
    }

    private static ObjectKey key(JsonNode object) {
        return new ObjectKey(object.path("type").asText(), object.path("id").asText());
    }

    /** Puts objects in place of those with the same type and id, all of them or says which not. */
    public void importAll(String ndjson) {
        HttpRequest request =
                request("/api/saved_objects/_import?overwrite=true")
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .POST(multipart(ndjson))
                        .build();
        KibanaAnswer answer = send(request, "to import saved objects");
        if (!answer.succeeded()) {
            throw answer.failure();
        }
        if (!answer.json().path("success").asBoolean()) {
            throw new KibanaException(
                    "Kibana did not take these saved objects: " + errors(answer.json()));
        }
    }

    private static BodyPublisher multipart(String ndjson) {
        return BodyPublishers.ofString(
                "--"
                        + BOUNDARY
                        + "\r\nContent-Disposition: form-data; name=\"file\";"
                        + " filename=\"throughline.ndjson\"\r\n"
                        + "Content-Type: application/ndjson\r\n\r\n"
                        + ndjson
                        + "\r\n--"
                        + BOUNDARY
                        + "--\r\n");
    }

    private static String errors(JsonNode answer) {
        List<String> errors = new ArrayList<>();
        answer.path("errors")
                .forEach(
                        error -> {
                            JsonNode details = error.path("error");
                            String reason = reason(details);
                            errors.add(
                                    key(error)
                                            + " ("
                                            + details.path("type").asText("unknown")
                                            + (reason.isEmpty() ? "" : ": " + reason)
                                            + ")");
                        });
        return errors.isEmpty() ? "no reason given" : String.join("; ", errors);
    }

    /** What it says, or else which objects it did not find. */
    private static String reason(JsonNode details) {
        List<String> references = new ArrayList<>();
        details.path("references").forEach(one -> references.add(key(one).toString()));
        return references.isEmpty()
                ? details.path("message").asText(details.path("reason").asText(""))
                : "there is no " + String.join(", no ", references);
    }

    /** A rule of the space; empty when there is none of that id. */
    public Optional<JsonNode> rule(String id) {
        KibanaAnswer answer = send(get("/api/alerting/rule/" + id), "to read rules");
        if (answer.status() == 404 && answer.json().path("message").asText().contains(id)) {
            return Optional.empty();
        }
        if (!answer.succeeded()) {
            throw answer.failure();
        }
        return Optional.of(answer.json());
    }

    public void createRule(String id, JsonNode body) {
        KibanaAnswer answer =
                send(
                        json("POST", "/api/alerting/rule/" + id, body),
                        "to create the rule '" + name(body) + "'");
        if (answer.status() == 409) {
            throw new KibanaException(
                    "the rule '"
                            + name(body)
                            + "' is in another space of this Kibana already; provision that space,"
                            + " or delete the rule there (its id is "
                            + id
                            + ")");
        }
        succeed(answer);
    }

    public void updateRule(String id, JsonNode body) {
        succeed(
                send(
                        json("PUT", "/api/alerting/rule/" + id, body),
                        "to change the rule '" + name(body) + "'"));
    }

    private static String name(JsonNode rule) {
        return rule.path("name").asText();
    }

    private static void succeed(KibanaAnswer answer) {
        if (!answer.succeeded()) {
            throw answer.failure();
        }
    }

    private HttpRequest get(String path) {
        return request(path).GET().build();
    }

    private HttpRequest json(String method, String path, JsonNode body) {
        return request(path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body.toString()))
                .build();
    }

    /** Kibana takes a change only from a request that a page of another site could not make. */
    private HttpRequest.Builder request(String path) {
        URI uri = settings.at(path);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri).timeout(ANSWER).header("kbn-xsrf", "true");
        settings.authorization().ifPresent(value -> request.header("Authorization", value));
        return request;
    }

    private KibanaAnswer send(HttpRequest request, String what) {
        try {
            return new KibanaAnswer(client.send(request, BodyHandlers.ofString()), what);
        } catch (SSLException e) {
            throw new KibanaException(
                    "no trusted connection to Kibana at "
                            + settings.url().getAuthority()
                            + " can be made; check that the scheme is right and the CA certificate"
                            + " is that of Kibana",
                    e);
        } catch (IOException e) {
            throw new KibanaException(
                    "Kibana does not answer at "
                            + settings.url().getAuthority()
                            + "; check the address and that it is running",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KibanaException("Kibana was not waited for", e);
        }
    }
}
