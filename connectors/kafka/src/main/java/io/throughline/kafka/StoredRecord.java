package io.throughline.kafka;

/**
 * A record as it lies in a topic.
 *
 * @param key null when there is none
 * @param value null for a tombstone
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are read and never compared
public record StoredRecord(String topic, int partition, long offset, byte[] key, byte[] value) {

    /** Place and size only. */
    @Override
    public String toString() {
        int size = value == null ? 0 : value.length;
        return topic + "-" + partition + "@" + offset + " (" + size + " bytes)";
    }
}
