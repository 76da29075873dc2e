package io.throughline.pipeline.tagging;

/**
 * A record of {@code feedback.raw} as Kafka has it, not decoded, so that even bytes that are no
 * envelope become a dead letter.
 *
 * @param value an envelope in its wire format
 * @param topic where it was read
 * @param partition where it was read
 * @param offset where it was read
 * @param timestamp Kafka's timestamp, epoch milliseconds
 */
public record RawRecord(byte[] value, String topic, int partition, long offset, long timestamp) {}
