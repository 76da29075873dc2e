package io.throughline.pipeline.figures;

import io.throughline.kafka.GroupOffsets;
import io.throughline.kafka.KafkaSettings;
import java.io.Serializable;
import java.util.concurrent.CompletableFuture;

/** Tells how much of a topic a job has not read yet. */
@FunctionalInterface
interface Backlog extends Serializable {

    /**
     * Offsets that wait, after a while; transactions leave some that hold no record, at most a few
     * a partition.
     */
    CompletableFuture<Long> records();

    /**
     * What a consumer group has not committed yet. Asked on a thread of its own, since a broker may
     * let wait; opened for each question, which is rare.
     */
    static Backlog of(KafkaSettings kafka, String topic, String group) {
        return () -> {
            CompletableFuture<Long> answer = new CompletableFuture<>();
            Thread thread =
                    new Thread(
                            () -> {
                                try (GroupOffsets offsets = GroupOffsets.open(kafka)) {
                                    answer.complete(offsets.behind(topic, group));
                                } catch (RuntimeException e) {
                                    answer.completeExceptionally(e);
                                }
                            },
                            "backlog-" + group);
            thread.setDaemon(true);
            thread.start();
            return answer;
        };
    }
}
