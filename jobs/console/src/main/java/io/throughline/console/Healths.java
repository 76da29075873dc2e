package io.throughline.console;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.console.LiveView.Health;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The last word on each channel. */
final class Healths {

    private Healths() {}

    static List<Health> read(JsonNode answer) {
        List<Health> healths = new ArrayList<>();
        for (JsonNode bucket : answer.path("aggregations").path("sources").path("buckets")) {
            JsonNode word = bucket.at("/latest/hits/hits/0/_source");
            JsonNode health = word.path("health");
            if (health.isObject()) {
                healths.add(
                        new Health(
                                bucket.path("key").asText(),
                                word.path("channel").asText(),
                                health.path("state").asText(),
                                health.path("cause").textValue(),
                                Instant.parse(health.path("since").asText())));
            }
        }
        return List.copyOf(healths);
    }
}
