package io.throughline.stack;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.http.HttpHost;
import org.elasticsearch.client.RestClient;

/**
 * Answers searches over dead letters, channels and tags like an Elasticsearch with a little in it,
 * with nothing in it, or with a fault. Messages and names in it would run if they were taken for
 * markup.
 */
final class CannedPipeline implements AutoCloseable {

    static final String MARKUP = "<img src=x onerror=\\\"document.title='owned'\\\">";
    static final String LETTER = "ab".repeat(32);

    private static final Instant NOW = Instant.parse("2026-03-20T12:00:00Z");

    /** How it answers. */
    enum Mood {
        FULL,
        EMPTY,
        BROKEN
    }

    private final HttpServer server;
    private final RestClient client;
    private volatile Mood mood = Mood.FULL;
    private volatile boolean replayed;

    private CannedPipeline(HttpServer server) {
        this.server = server;
        this.client =
                RestClient.builder(new HttpHost("127.0.0.1", server.getAddress().getPort()))
                        .build();
    }

    static CannedPipeline start() throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        CannedPipeline canned = new CannedPipeline(server);
        server.createContext("/", canned::answer);
        server.start();
        return canned;
    }

    RestClient client() {
        return client;
    }

    void is(Mood next) {
        mood = next;
        replayed = false;
    }

    /** From here on the letter shows that its replay came right. */
    void replayed() {
        replayed = true;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String json = mood == Mood.FULL ? json(exchange.getRequestURI().getPath(), body) : "{}";
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(mood == Mood.BROKEN ? 503 : 200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private String json(String path, String body) {
        if (path.contains("cx-dead-letters")) {
            if (body.contains("\"times\"")) {
                return aggregations(
                        "\"times\": {\"buckets\": [%s, %s]}", column(3, 2), column(1, 4));
            }
            return letters();
        }
        if (body.contains("\"words\"") || body.contains("health.state")) {
            return body.contains("\"latest\"") ? lastWords() : words();
        }
        if (body.contains("job.name")) {
            return aggregations(
                    "\"minutes\": {\"value\": 60}, \"records\": {\"value\": 90000}, \"busy\":"
                            + " {\"value\": 45000}, \"teacher\": {\"value\": 700}, \"student\":"
                            + " {\"value\": 88000}, \"hours\": {\"buckets\": [{\"key\": "
                            + NOW.toEpochMilli()
                            + ", \"records\": {\"value\": 90000}, \"busy\": {\"value\": 45000}}]}");
        }
        if (body.contains("highNegative")) {
            return aggregations(
                    "\"stages\": {\"buckets\": [{\"key\": \"unassigned\", \"rated\": {\"value\":"
                            + " 9}}, {\"key\": \"claim\", \"rated\": {\"value\": 400},"
                            + " \"highNegative\": {\"value\": 12}, \"lowPositive\": {\"value\":"
                            + " 3}}]}");
        }
        if (path.contains("cx-feedback")) {
            return feedback();
        }
        return "{}";
    }

    private static String aggregations(String form, Object... values) {
        return "{\"aggregations\": {" + String.format(form, values) + "}}";
    }

    private static String column(int daysAgo, int count) {
        return "{\"key\": "
                + NOW.minusSeconds(86_400L * daysAgo).toEpochMilli()
                + ", \"doc_count\": "
                + count
                + "}";
    }

    private String letters() {
        String fate =
                replayed
                        ? ", \"replayedAt\": \"2026-03-20T12:00:05Z\", \"replayedBy\": \"ada\","
                                + " \"outcome\": \"tagged\""
                        : "";
        return """
        {"hits": {"total": {"value": 6}, "hits": [{"_source": {"id": "%s", "reason": "MISSING_FIELD",
           "stage": "parse", "channel": "web", "source": "survey", "message": "$.when: absent %s",
           "record": 3, "observedAt": "2026-03-20T11:00:00Z", "size": 2048%s,
           "provenance": {"origin": "survey.csv", "position": 4096, "topic": "feedback.raw",
             "partition": 1, "offset": 77, "sha256": "%s"}}}]},
         "aggregations": {
           "fitting": {"doc_count": 6, "open": {"doc_count": 5},
             "first": {"value": %d}, "last": {"value": %d}},
           "reasons": {"buckets": [{"key": "MISSING_FIELD", "doc_count": 4, "open": {"doc_count": 4}},
             {"key": "TAGGER_FAILED", "doc_count": 2, "open": {"doc_count": 1}}]},
           "sources": {"buckets": [{"key": "survey", "doc_count": 6, "open": {"doc_count": 5},
             "reasons": {"buckets": [{"key": "MISSING_FIELD", "doc_count": 4}]}}]}}}
        """
                .formatted(
                        LETTER,
                        MARKUP,
                        fate,
                        "cd".repeat(32),
                        NOW.minusSeconds(259_200).toEpochMilli(),
                        NOW.toEpochMilli());
    }

    private static String word(String state, String at, String cause) {
        return """
        {"_source": {"channel": "web", "source": "survey", "health": {"state": "%s", "cause": "%s",
          "since": "%s", "at": "%s", "lastSuccess": "2026-03-20T11:58:00Z", "failuresInARow": 3,
          "lagSeconds": 12, "records": 5}}}
        """
                .formatted(state, cause, at, at);
    }

    private static String lastWords() {
        return "{\"aggregations\": {\"sources\": {\"buckets\": [{\"key\": \"survey\", \"latest\":"
                + " {\"hits\": {\"hits\": ["
                + word("failing", "2026-03-20T11:59:00Z", "status 503 " + MARKUP)
                + "]}}}]}}}";
    }

    private static String words() {
        return "{\"hits\": {\"hits\": ["
                + word("failing", "2026-03-20T11:59:00Z", "status 503 " + MARKUP)
                + ","
                + word("failing", "2026-03-20T11:58:00Z", "status 503")
                + ","
                + word("ok", "2026-03-20T11:57:00Z", "")
                + "]}}";
    }

    private static String feedback() {
        long now = NOW.toEpochMilli();
        return """
        {"hits": {"total": {"value": 1200}, "hits": [
           {"_source": {"channel": "web", "occurredAt": "2026-03-20T11:00:00Z",
             "observedAt": "2026-03-20T11:00:30Z"}},
           {"_source": {"channel": "web", "occurredAt": "2026-03-20T10:00:00Z",
             "observedAt": "2026-03-20T10:10:00Z"}}]},
         "aggregations": {"newest": {"value": %d}, "occurred": {"value": %d}, "observed": {"value": %d},
           "days": {"buckets": [{"key": %d, "doc_count": 30}, {"key": %d, "doc_count": 50}]},
           "sources": {"buckets": [{"key": "survey", "doc_count": 1200,
             "channel": {"buckets": [{"key": "web"}]}, "occurred": {"value": %d},
             "observed": {"value": %d}}]},
           "basis": {"buckets": [{"key": "student", "doc_count": 1180}, {"key": "teacher",
             "doc_count": 20}]},
           "engines": {"buckets": []},
           "models": {"buckets": [{"key": "adaptive-1", "doc_count": 1200, "first": {"value": %d},
             "last": {"value": %d}}]},
           "withoutSentiment": {"buckets": [{"key": "no-text", "doc_count": 9}]},
           "withoutStage": {"buckets": [{"key": "not-sure", "doc_count": 90}]},
           "languages": {"buckets": [{"key": "en", "doc_count": 1100, "withoutSentiment":
             {"doc_count": 4}, "withoutStage": {"doc_count": 60}}]}}}
        """
                .formatted(now, now, now, now - 86_400_000, now, now, now, now - 86_400_000, now);
    }

    @Override
    public void close() throws IOException {
        client.close();
        server.stop(0);
    }
}
