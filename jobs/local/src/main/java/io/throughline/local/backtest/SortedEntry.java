package io.throughline.local.backtest;

import io.throughline.model.Hashes;
import java.util.Comparator;

/**
 * An encoded item with what it is sorted by.
 *
 * @param second of its event time
 * @param tie hash of its id, or of its content when it has none
 * @param line where it came from, from 0
 */
record SortedEntry(long second, long tie, long line, byte[] bytes) {

    static final Comparator<SortedEntry> ORDER =
            Comparator.comparingLong(SortedEntry::second)
                    .thenComparingLong(SortedEntry::tie)
                    .thenComparingLong(SortedEntry::line);

    /** Of the object beside its bytes, roughly. */
    private static final int OVERHEAD = 64;

    private static final long PRIME = 0x100000001b3L;

    static SortedEntry of(HistoryItem item, long line) {
        byte[] bytes = ItemCodec.encode(item);
        return new SortedEntry(
                item.occurredAt().getEpochSecond(),
                item.id().isEmpty() ? hash(bytes) : Hashes.of64(item.id()),
                line,
                bytes);
    }

    /** Bytes of memory it takes, roughly. */
    long size() {
        return bytes.length + OVERHEAD;
    }

    private static long hash(byte[] bytes) {
        long hash = 1;
        for (byte one : bytes) {
            hash = (hash ^ (one & 0xff)) * PRIME;
        }
        return hash ^ hash >>> 32;
    }
}
