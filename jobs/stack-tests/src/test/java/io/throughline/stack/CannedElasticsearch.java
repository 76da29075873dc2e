package io.throughline.stack;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.http.HttpHost;
import org.elasticsearch.client.RestClient;

/**
 * Answers the live page's searches over HTTP like an Elasticsearch that holds two weeks of an
 * insurer's feedback. From the third round of searches on there is one verbatim and one dead letter
 * more.
 */
final class CannedElasticsearch implements AutoCloseable {

    /** What the second state adds. */
    static final String NEWS = "My adjuster finally rang this morning, thank you Dana";

    /** A text that would run if it were taken for markup. */
    static final String MARKUP =
            "<img src=x onerror=\"document.title='owned'\"><script>alert(1)</script>";

    /** How a text of more than ten thousand characters ends. */
    static final String END = "and that is the end of it";

    /** Turns the direction of writing around, then a word that no line has room for. */
    private static final String HOSTILE = "\u202Eediw oot " + "x".repeat(10_000) + " " + END;

    private static final List<String> STAGES =
            List.of(
                    "quote",
                    "onboarding",
                    "billing",
                    "change",
                    "claim",
                    "assistance",
                    "help",
                    "renewal");
    private static final List<String> CHANNELS = List.of("mobile", "phone", "social", "web");
    private static final int ROUNDS_BEFORE_NEWS = 2;

    private final HttpServer server;
    private final RestClient client;
    private final Instant now;
    private final CannedAlerts alerts;
    private final AtomicInteger rounds = new AtomicInteger();
    private volatile boolean silenced;
    private volatile boolean textsFail;

    private CannedElasticsearch(HttpServer server, Instant now) {
        this.server = server;
        this.now = now;
        this.alerts = new CannedAlerts(now);
        this.client =
                RestClient.builder(new HttpHost("127.0.0.1", server.getAddress().getPort()))
                        .build();
    }

    static CannedElasticsearch start(Instant now) throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        CannedElasticsearch canned = new CannedElasticsearch(server, now);
        server.createContext("/cx-signals", canned::signals);
        server.createContext("/cx-feedback", canned::feedback);
        server.createContext("/cx-alerts", canned::alerts);
        server.createContext("/cx-dead-letters", exchange -> answer(exchange, canned.letters()));
        server.start();
        return canned;
    }

    RestClient client() {
        return client;
    }

    /** From here on the drop is held back by a silence, and something got better. */
    void silence() {
        silenced = true;
    }

    /** Whether searches for the texts of feedback fail from here on, and no other. */
    void textsFail(boolean fail) {
        textsFail = fail;
    }

    /** Rounds of searches so far. */
    int rounds() {
        return rounds.get();
    }

    private boolean news() {
        return rounds.get() > ROUNDS_BEFORE_NEWS;
    }

    private void signals(HttpExchange exchange) throws IOException {
        String search =
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (search.contains("\"newest\"")) {
            rounds.incrementAndGet();
            answer(
                    exchange,
                    "{\"aggregations\": {\"newest\": {\"value\": %d}}}"
                            .formatted(now.minusSeconds(30).toEpochMilli()));
        } else if (search.contains("\"collapse\"")) {
            answer(exchange, alerts.watch());
        } else if (search.contains("watch.expected")) {
            answer(exchange, alerts.due());
        } else if (search.contains("termTotal")) {
            answer(exchange, days());
        } else if (search.contains("\"hours\"")) {
            answer(exchange, alerts.hours());
        } else {
            answer(
                    exchange,
                    "{\"aggregations\": {\"stages\": {\"buckets\": [%s]}}}"
                            .formatted(
                                    String.join(",", STAGES.stream().map(this::stage).toList())));
        }
    }

    private void feedback(HttpExchange exchange) throws IOException {
        String search =
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (textsFail && search.contains("\"text\", \"sentiment.label\"")) {
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        } else if (search.contains("{\"term\":{\"id\":\"social:mastodon:hostile\"}}")) {
            answer(exchange, "{\"hits\": {\"hits\": [" + hostile() + "]}}");
        } else {
            answer(exchange, feedback());
        }
    }

    private void alerts(HttpExchange exchange) throws IOException {
        String search =
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String all = silenced ? alerts.silenced() : alerts.all();
        answer(exchange, search.contains("\"id\"") ? alerts.one(search) : all);
    }

    private String stage(String id) {
        Random random = new Random(id.hashCode());
        List<String> channels = new ArrayList<>();
        for (String channel : CHANNELS) {
            List<String> days = new ArrayList<>();
            for (int day = 14; day >= 1; day--) {
                boolean bad = id.equals("claim") && day == 1;
                int all = 5 + random.nextInt(5);
                int negative = (int) (all * (bad ? 0.8 : 0.2 + 0.2 * random.nextDouble()));
                long start =
                        now.minus(Duration.ofDays(day)).plus(Duration.ofHours(1)).toEpochMilli();
                days.add(sums("\"key\": " + start, negative, all));
            }
            channels.add(
                    "{\"key\": \"%s\", \"days\": {\"buckets\": [%s]}}"
                            .formatted(channel, String.join(",", days)));
        }
        return "{\"key\": \"%s\", \"channels\": {\"buckets\": [%s]}}"
                .formatted(id, String.join(",", channels));
    }

    /** Totals of two days: what is said of claims on the last is new. */
    private String days() {
        String day =
                "{\"_source\": {\"stage\": \"claim\", \"windowStart\": \"%s\","
                        + " \"scoreHistogram\": [9,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,3],"
                        + " \"termTotal\": 300, \"terms\": [%s]}}";
        String term = "{\"term\": \"%s\", \"count\": %d}";
        Instant today = now.truncatedTo(ChronoUnit.DAYS);
        return "{\"hits\": {\"hits\": [%s, %s]}}"
                .formatted(
                        day.formatted(today.minus(Duration.ofDays(5)), term.formatted("paid", 99)),
                        day.formatted(today, term.formatted("call back", 60)));
    }

    private static String sums(String key, int negative, int all) {
        int neutral = (all - negative) / 4;
        return String.format(
                Locale.ROOT,
                "{%s, \"count\": {\"value\": %d}, \"negative\": {\"value\": %d},"
                        + " \"neutral\": {\"value\": %d}, \"positive\": {\"value\": %d}}",
                key,
                all,
                negative,
                neutral,
                all - negative - neutral);
    }

    private String feedback() {
        List<String> hits = new ArrayList<>();
        if (news()) {
            hits.add(verbatim("news", NEWS, "positive", 20));
        }
        hits.add(verbatim("markup", MARKUP.replace("\"", "\\\""), "negative", 70));
        hits.add(
                verbatim(
                        "plain",
                        "Renewal came in a third dearer than last year.",
                        "negative",
                        900));
        hits.add(verbatim("long", "Averyveryverylongwordwithoutabreak".repeat(6), "neutral", 5000));
        hits.add(hostile());
        List<String> channels = new ArrayList<>();
        for (String channel : CHANNELS) {
            channels.add(
                    """
                    {"key": "%s", "doc_count": 1000, "occurred": {"value": %d}, "observed": {"value": %d},
                     "newest": {"hits": {"hits": [{"_source": {"occurredAt": "%s", "observedAt": "%s"}}]}}}
                    """
                            .formatted(
                                    channel,
                                    now.minusSeconds(40).toEpochMilli(),
                                    now.minusSeconds(30).toEpochMilli(),
                                    now.minusSeconds(40),
                                    now.minusSeconds(30)));
        }
        return """
        {"hits": {"total": {"value": 4}, "hits": [%s]}, "aggregations": {"channels": {"buckets": [%s]},
          "withoutStage": {"buckets": [{"key": "unsure", "doc_count": 311}]},
          "withoutSentiment": {"buckets": [{"key": "no-text", "doc_count": 52}]}}}
        """
                .formatted(String.join(",", hits), String.join(",", channels));
    }

    private String hostile() {
        return verbatim("hostile", HOSTILE, "negative", 6000);
    }

    private String verbatim(String id, String text, String label, int secondsAgo) {
        return """
        {"_source": {"id": "social:mastodon:%s", "channel": "social", "source": "mastodon",
          "occurredAt": "%s", "observedAt": "%s", "language": "en", "text": "%s",
          "sentiment": {"label": "%s", "score": 0.5, "confidence": 0.91},
          "stages": [{"id": "claim", "weight": 1.0, "confidence": 0.8}]}}
        """
                .formatted(id, now.minusSeconds(secondsAgo), now.minusSeconds(5), text, label);
    }

    private String letters() {
        return """
        {"hits": {"total": {"value": %1$d}}, "aggregations": {"newest": {"value": %2$d},
          "reasons": {"buckets": [{"key": "MALFORMED", "doc_count": %1$d}]}}}
        """
                .formatted(news() ? 212 : 211, now.minusSeconds(60).toEpochMilli());
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() throws IOException {
        client.close();
        server.stop(0);
    }
}
