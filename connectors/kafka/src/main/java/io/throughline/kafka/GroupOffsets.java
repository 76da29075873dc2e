package io.throughline.kafka;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
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

    /**
     * How many offsets of a topic a group has not committed: records that are committed by those
     * who wrote them, and the control records of their transactions. Partitions that the group
     * never committed count from the oldest record that is kept.
     */
    public long behind(String topic, String group) {
        Map<TopicPartition, Long> committed = committed(group);
        try {
            Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
            Map<TopicPartition, OffsetSpec> begins = new HashMap<>();
            admin.describeTopics(List.of(topic))
                    .allTopicNames()
                    .get()
                    .get(topic)
                    .partitions()
                    .forEach(
                            info -> {
                                TopicPartition partition =
                                        new TopicPartition(topic, info.partition());
                                ends.put(partition, OffsetSpec.latest());
                                begins.put(partition, OffsetSpec.earliest());
                            });
            Map<TopicPartition, ListOffsetsResultInfo> begin = listed(begins);
            long behind = 0;
            for (var end : listed(ends).entrySet()) {
                long from =
                        Math.max(
                                begin.get(end.getKey()).offset(),
                                committed.getOrDefault(end.getKey(), 0L));
                behind += Math.max(0, end.getValue().offset() - from);
            }
            return behind;
        } catch (ExecutionException | KafkaException e) {
            throw Problems.explain(settings, "read the offsets of topic " + topic, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problems.explain(settings, "read the offsets of topic " + topic, e);
        }
    }

    private Map<TopicPartition, ListOffsetsResultInfo> listed(
            Map<TopicPartition, OffsetSpec> offsets)
            throws ExecutionException, InterruptedException {
        return admin.listOffsets(offsets, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .all()
                .get();
    }

    @Override
    public void close() {
        admin.close();
    }
}
