package io.throughline.domain.detect;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Collection;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The windows that can still be corrected, by begin. */
final class History {

    private final TreeMap<Long, ScoredWindow> windows = new TreeMap<>();

    /** Begin of the youngest window that can not be corrected any more. */
    private long folded = Long.MIN_VALUE;

    void put(ScoredWindow window) {
        windows.put(window.start(), window);
    }

    /** Null when there is none. */
    ScoredWindow at(long start) {
        return windows.get(start);
    }

    boolean holds(long start) {
        return start > folded;
    }

    Collection<ScoredWindow> all() {
        return windows.values();
    }

    NavigableMap<Long, ScoredWindow> between(long first, long last) {
        return windows.subMap(first, true, last, true);
    }

    /** Takes the oldest window out when it begins before the given time; null when none does. */
    ScoredWindow pollBefore(long start) {
        if (windows.isEmpty() || windows.firstKey() >= start) {
            return null;
        }
        ScoredWindow oldest = windows.pollFirstEntry().getValue();
        folded = oldest.start();
        return oldest;
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(folded);
        out.writeInt(windows.size());
        for (ScoredWindow window : windows.values()) {
            window.write(out);
        }
    }

    static History read(DataInput in) throws IOException {
        History history = new History();
        history.folded = in.readLong();
        int size = in.readInt();
        for (int i = 0; i < size; i++) {
            history.put(ScoredWindow.read(in));
        }
        return history;
    }
}
