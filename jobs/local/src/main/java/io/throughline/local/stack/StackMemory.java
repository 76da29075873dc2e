package io.throughline.local.stack;

import java.util.Objects;
import org.apache.flink.configuration.MemorySize;

/**
 * Java heap of the two servers. Resident memory is about 250 MiB more for Elasticsearch and 150 MiB
 * more for Kafka.
 */
public record StackMemory(MemorySize kafkaHeap, MemorySize elasticsearchHeap) {

    private static final MemorySize LEAST = MemorySize.ofMebiBytes(128);

    /** Enough for some hundred thousand documents on a laptop. */
    public static final StackMemory DEFAULT =
            new StackMemory(MemorySize.ofMebiBytes(320), MemorySize.ofMebiBytes(512));

    /**
     * @throws IllegalArgumentException when one is below 128 MiB, with which neither server starts
     */
    public StackMemory {
        Objects.requireNonNull(kafkaHeap, "kafkaHeap");
        Objects.requireNonNull(elasticsearchHeap, "elasticsearchHeap");
        if (kafkaHeap.compareTo(LEAST) < 0 || elasticsearchHeap.compareTo(LEAST) < 0) {
            throw new IllegalArgumentException(
                    "Kafka and Elasticsearch need a heap of 128 MiB each at least, not "
                            + kafkaHeap.toHumanReadableString()
                            + " and "
                            + elasticsearchHeap.toHumanReadableString());
        }
    }
}
