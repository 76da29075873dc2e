package io.throughline.elasticsearch.bulk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Writes that are to be sent again, each when its time has come; used by the task's thread only.
 */
final class WaitingRoom {

    private final PriorityQueue<Waiting> queue =
            new PriorityQueue<>(Comparator.comparingLong(Waiting::due));

    void add(PendingWrite write, long due) {
        queue.add(new Waiting(write, due));
    }

    /** Takes a write whose time has come; null when there is none. */
    PendingWrite poll(long now) {
        Waiting next = queue.peek();
        return next == null || next.due > now ? null : queue.remove().write;
    }

    boolean isEmpty() {
        return queue.isEmpty();
    }

    int size() {
        return queue.size();
    }

    /** When the write that fails the longest failed first, in ms; 0 when none failed. */
    long failingSince() {
        long oldest = 0;
        for (Waiting entry : queue) {
            long since = entry.write.attempts() == 0 ? 0 : entry.write.failingSince();
            oldest = oldest == 0 ? since : since == 0 ? oldest : Math.min(oldest, since);
        }
        return oldest;
    }

    /** All that wait, in no order. */
    List<PendingWrite> writes() {
        List<PendingWrite> writes = new ArrayList<>(queue.size());
        queue.forEach(waiting -> writes.add(waiting.write));
        return writes;
    }

    private record Waiting(PendingWrite write, long due) {}
}
