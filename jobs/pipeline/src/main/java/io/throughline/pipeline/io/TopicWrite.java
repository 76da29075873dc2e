package io.throughline.pipeline.io;

/**
 * A record for Kafka, encoded. All topics of a job are written by one sink, so a checkpoint commits
 * them in one transaction a subtask.
 *
 * @param topic where it goes
 * @param key decides the partition
 * @param value in its wire format
 */
public record TopicWrite(String topic, String key, byte[] value) {}
