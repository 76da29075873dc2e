package io.throughline.domain.detect;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The windows that can still be corrected, by begin. */
final class History {

    /** Feedback that a change of medium size is found in, however quiet the stage is. */
    private static final long ENOUGH = 1000;

    private final TreeMap<Long, ScoredWindow> windows = new TreeMap<>();

    /** Begin of the youngest window that can not be corrected any more. */
    private long folded = Long.MIN_VALUE;

    /** Feedback in all windows. */
    private long count;

    void put(ScoredWindow window) {
        ScoredWindow before = windows.put(window.start(), window);
        count += countOf(window) - (before == null ? 0 : countOf(before));
    }

    private static long countOf(ScoredWindow window) {
        return Arrays.stream(window.count()).sum();
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

    /**
     * Takes the oldest window out when it begins before the given time, and the others hold enough
     * feedback to look for the begin of a change in, or it is too old for that; null otherwise.
     */
    ScoredWindow pollBefore(long start, long tooOld) {
        if (windows.isEmpty() || windows.firstKey() >= start) {
            return null;
        }
        ScoredWindow oldest = windows.firstEntry().getValue();
        if (oldest.start() >= tooOld && count - countOf(oldest) < ENOUGH) {
            return null;
        }
        windows.pollFirstEntry();
        count -= countOf(oldest);
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
