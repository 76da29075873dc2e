package io.throughline.kafka;

import java.util.Map;
import java.util.Objects;

/**
 * A topic as it should be.
 *
 * @param partitions number of partitions when the topic is created; an existing topic keeps its
 *     own, because more partitions would move keys and break the order of a source
 * @param config topic configuration by Kafka's names
 */
public record TopicSpec(String name, int partitions, Map<String, String> config) {

    public TopicSpec {
        Objects.requireNonNull(name, "name");
        if (partitions < 1) {
            throw new IllegalArgumentException(name + ": at least one partition");
        }
        config = Map.copyOf(config);
    }
}
