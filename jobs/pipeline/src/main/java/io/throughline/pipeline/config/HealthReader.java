package io.throughline.pipeline.config;

import io.throughline.health.HealthRules;
import io.throughline.yaml.YamlMap;
import java.time.Duration;
import java.util.Optional;

/** Reads {@code health} of a channel in {@code throughline.yaml}. */
final class HealthReader {

    private static final int MOST_FAILURES = 1000;

    private HealthReader() {}

    /** The block of a channel; the usual rules where it says nothing. */
    static HealthRules read(YamlMap channel) {
        return channel.map("health").map(HealthReader::rules).orElse(HealthRules.DEFAULT);
    }

    private static HealthRules rules(YamlMap map) {
        map.only("expectEvery", "failingAfter", "behindAfter");
        long failures =
                map.integer("failingAfter").orElse((long) HealthRules.DEFAULT.failingAfter());
        if (failures < 1 || failures > MOST_FAILURES) {
            map.error("failingAfter", "failingAfter is a number from 1 to " + MOST_FAILURES);
            failures = HealthRules.DEFAULT.failingAfter();
        }
        return new HealthRules(
                atLeastASecond(map, "expectEvery").orElse(null),
                (int) failures,
                atLeastASecond(map, "behindAfter").orElse(HealthRules.DEFAULT.behindAfter()));
    }

    private static Optional<Duration> atLeastASecond(YamlMap map, String key) {
        Optional<Duration> duration = Durations.read(map, key);
        if (duration.isPresent() && duration.get().compareTo(Duration.ofSeconds(1)) < 0) {
            map.error(key, key + " is at least 1s");
            return Optional.empty();
        }
        return duration;
    }
}
