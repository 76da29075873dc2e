package io.throughline.kafka;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** Tells how far consumer groups have come. Thread-safe. */
public final class GroupOffsets implements AutoCloseable {

    private final KafkaSettings settings;
    private final Admin admin;

    private GroupOffsets(KafkaSettings settings, Admin admin) {
        this.settings = settings;
        this.admin = admin;
    }

    /** Offsets of the groups of the broker of the settings. */
    public static GroupOffsets open(KafkaSettings settings) {
        try {
            return new GroupOffsets(settings, Admin.create(settings.adminProperties()));
        } catch (KafkaException e) {
            throw Problems.explain(settings, "open an admin client", e);
        }
    }

    /**
     * The offset of the next record that a group would read, per partition; partitions it never
     * committed are left out, and a group that does not exist has none.
     */
    public Map<TopicPartition, Long> committed(String group) {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        try {
            Map<TopicPartition, OffsetAndMetadata> committed =
                    admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
            committed.forEach(
                    (partition, offset) -> {
                        if (offset != null) {
                            offsets.put(partition, offset.offset());
                        }
                    });
        } catch (ExecutionException | KafkaException e) {
            if (Problems.unwrap(e) instanceof GroupIdNotFoundException) {
                return Map.of();
            }
            throw Problems.explain(settings, "read the offsets of group " + group, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problems.explain(settings, "read the offsets of group " + group, e);
        }
        return offsets;
    }

    @Override
    public void close() {
        admin.close();
    }
}
