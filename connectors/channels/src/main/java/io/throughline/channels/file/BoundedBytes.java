package io.throughline.channels.file;

import java.util.Arrays;

/** Bytes that are collected up to a limit; beyond it they are only counted. */
final class BoundedBytes {

    private final int limit;
    private byte[] bytes = new byte[256];
    private int kept;
    private long total;

    BoundedBytes(int limit) {
        this.limit = limit;
    }

    void add(byte b) {
        if (kept < limit) {
            if (kept == bytes.length) {
                bytes = Arrays.copyOf(bytes, (int) Math.min(limit, bytes.length * 2L));
            }
            bytes[kept++] = b;
        }
        total++;
    }

    /** Adds another collection's bytes from an index on, and its count. */
    void add(BoundedBytes other, int from) {
        for (int i = from; i < other.kept; i++) {
            add(other.bytes[i]);
        }
        total += other.total - other.kept;
    }

    byte at(int index) {
        return bytes[index];
    }

    /** Bytes that can be seen. */
    int kept() {
        return kept;
    }

    /** Bytes that were added. */
    long total() {
        return total;
    }

    byte[] copy(int from, int to) {
        return Arrays.copyOfRange(bytes, from, to);
    }

    void clear() {
        kept = 0;
        total = 0;
        if (bytes.length > 1 << 20) {
            bytes = new byte[256];
        }
    }
}
