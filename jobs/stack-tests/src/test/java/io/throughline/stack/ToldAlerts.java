package io.throughline.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.throughline.alert.Alert;
import io.throughline.json.AlertJson;
import io.throughline.kafka.KafkaSettings;
import io.throughline.kafka.TopicReader;
import io.throughline.kafka.Topics;
import io.throughline.local.stack.EmbeddedStack;
import io.throughline.wire.Codecs;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the topic and the index hold of alerts. */
final class ToldAlerts {

    private ToldAlerts() {}

    static List<Alert> told(KafkaSettings kafka) {
        List<Alert> told = new ArrayList<>();
        try (TopicReader reader = TopicReader.open(kafka)) {
            reader.read(Topics.ALERTS, record -> told.add(Codecs.ALERT.decode(record.value())));
        }
        return told;
    }

    /** A kill repeats older versions behind newer ones. */
    static Map<String, Alert> last(KafkaSettings kafka) {
        Map<String, Alert> last = new TreeMap<>();
        for (Alert alert : told(kafka)) {
            last.merge(
                    alert.id(),
                    alert,
                    (one, other) -> other.version() >= one.version() ? other : one);
        }
        return last;
    }

    static Map<String, String> bytes(Map<String, Alert> alerts, String stage) {
        Map<String, String> bytes = new TreeMap<>();
        alerts.values().stream()
                .filter(alert -> alert.stage().equals(stage))
                .forEach(alert -> bytes.put(alert.id(), bytes(alert)));
        return bytes;
    }

    static String bytes(Alert alert) {
        return Base64.getEncoder().encodeToString(Codecs.ALERT.encode(alert));
    }

    static List<Alert> documents(EmbeddedStack stack) throws IOException {
        PlainClients clients = new PlainClients("", stack.elasticsearchUrl());
        clients.ask("POST", "/cx-*/_refresh", "");
        List<Alert> alerts = new ArrayList<>();
        for (JsonNode hit :
                hits(
                        clients.ask(
                                "GET",
                                "/cx-alerts/_search?size=1000&ignore_unavailable=true",
                                ""))) {
            alerts.add(AlertJson.read(hit.path("_source")));
        }
        return alerts;
    }

    /** How far the watch over a stage has said that it is. */
    static Instant statusAt(EmbeddedStack stack, String stage) throws IOException {
        PlainClients clients = new PlainClients("", stack.elasticsearchUrl());
        clients.ask("POST", "/cx-*/_refresh", "");
        String answer =
                clients.ask(
                        "POST",
                        "/cx-signals/_search?ignore_unavailable=true",
                        "{\"size\": 1, \"query\": {\"term\": {\"watch.stage\": \""
                                + stage
                                + "\"}}, \"sort\": [{\"watch.at\": {\"order\": \"desc\","
                                + " \"unmapped_type\": \"date\"}}]}");
        return Optional.ofNullable(hits(answer).get(0))
                .map(hit -> Instant.parse(hit.path("_source").path("watch").path("at").asText()))
                .orElse(Instant.EPOCH);
    }

    private static JsonNode hits(String answer) throws IOException {
        return new ObjectMapper().readTree(answer).path("hits").path("hits");
    }
}
