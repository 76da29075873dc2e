package io.throughline.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Everything that the indices hold at one time.
 *
 * @param documents id to document, by index or alias; a document has its version and source
 */
record Indices(Map<String, Map<String, JsonNode>> documents) {

    static final String FEEDBACK = "cx-feedback";
    static final String SIGNALS = "cx-signals";
    static final String DEAD_LETTERS = "cx-dead-letters";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ALL = "?version=true&size=10000&ignore_unavailable=true";

    /** Reads them all; each has at most 10,000 documents. */
    static Indices read(PlainClients clients) throws IOException {
        clients.ask("POST", "/cx-*/_refresh", "");
        Map<String, Map<String, JsonNode>> documents = new TreeMap<>();
        for (String index : Set.of(FEEDBACK, SIGNALS, DEAD_LETTERS)) {
            Map<String, JsonNode> byId = new TreeMap<>();
            String answer = clients.ask("GET", "/" + index + "/_search" + ALL, "");
            for (JsonNode hit : JSON.readTree(answer).path("hits").path("hits")) {
                byId.put(hit.path("_id").asText(), hit);
            }
            documents.put(index, byId);
        }
        return new Indices(documents);
    }

    Set<String> ids(String index) {
        return documents.get(index).keySet();
    }

    JsonNode source(String index, String id) {
        return documents.get(index).get(id).path("_source");
    }

    /**
     * Facts of each roll-up that is not empty, by stage, channel and minute, hour or day, as
     * indexed; also over all channels.
     */
    Map<String, Facts> signals() {
        Map<String, Facts> signals = new TreeMap<>();
        for (JsonNode hit : documents.get(SIGNALS).values()) {
            JsonNode source = hit.path("_source");
            if (source.path("count").asLong() > 0) {
                signals.put(
                        String.join(
                                " ",
                                source.path("stage").asText(),
                                source.path("channel").asText(),
                                source.path("windowStart").asText(),
                                source.path("windowSeconds").asText()),
                        new Facts(
                                source.path("count").asLong(),
                                source.path("negative").asLong(),
                                source.path("positive").asLong(),
                                source.path("abstained").asLong()));
            }
        }
        return signals;
    }

    /** The same facts as a batch over all feedback documents makes them. */
    Map<String, Facts> recomputed() {
        Map<String, Facts> signals = new TreeMap<>();
        for (JsonNode hit : documents.get(FEEDBACK).values()) {
            JsonNode source = hit.path("_source");
            String channel = source.path("channel").asText();
            String time = source.path("occurredAt").asText();
            Facts one = Facts.of(source.path("sentiment").path("label").asText());
            if (source.path("stages").isEmpty()) {
                add(signals, "unassigned", channel, time, one);
            }
            for (JsonNode stage : source.path("stages")) {
                add(signals, stage.path("id").asText(), channel, time, one);
            }
        }
        return signals;
    }

    private static void add(
            Map<String, Facts> signals, String stage, String channel, String time, Facts one) {
        for (ChronoUnit unit : List.of(ChronoUnit.MINUTES, ChronoUnit.HOURS, ChronoUnit.DAYS)) {
            String window =
                    Instant.parse(time).truncatedTo(unit) + " " + unit.getDuration().toSeconds();
            signals.merge(stage + " " + channel + " " + window, one, Facts::plus);
            if (unit != ChronoUnit.MINUTES) {
                signals.merge(stage + " all " + window, one, Facts::plus);
            }
        }
    }

    /** Counts of a roll-up. */
    record Facts(long count, long negative, long positive, long abstained) {

        static Facts of(String label) {
            return new Facts(
                    1,
                    label.equals("negative") ? 1 : 0,
                    label.equals("positive") ? 1 : 0,
                    label.isEmpty() ? 1 : 0);
        }

        Facts plus(Facts other) {
            return new Facts(
                    count + other.count,
                    negative + other.negative,
                    positive + other.positive,
                    abstained + other.abstained);
        }
    }
}
