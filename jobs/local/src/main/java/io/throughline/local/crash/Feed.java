package io.throughline.local.crash;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A feed as it is at a moment: the first so many changes of its history have happened. Each look at
 * it lets a few more happen, up to a bound that is raised from outside, so that records move
 * between pages while they are read.
 */
final class Feed {

    private static final int MOST_AT_ONCE = 10;

    private final List<Change> history;
    private final Random random;
    private int happened;
    private int bound;
    private int shown;
    private List<Change> before = List.of();

    Feed(History history, long seed) {
        this.history = history.changes();
        this.random = new Random(seed);
    }

    List<Change> history() {
        return history;
    }

    /** Lets so many changes happen in all, in the looks to come. */
    synchronized void raiseTo(int changes) {
        bound = Math.min(history.size(), Math.max(bound, changes));
        notifyAll();
    }

    private void goOn() {
        happened = Math.min(bound, happened + random.nextInt(MOST_AT_ONCE + 1));
    }

    /** The newest version of each record, by time and then by when it happened. */
    synchronized List<Change> newest() {
        goOn();
        Map<String, Change> newest = new HashMap<>();
        history.subList(0, happened).forEach(change -> newest.put(change.id(), change));
        List<Change> sorted = new ArrayList<>(newest.values());
        sorted.sort(Comparator.comparingInt(Change::sequence));
        return sorted;
    }

    /** What happened after a change; waits for something to happen when nothing did. */
    synchronized List<Change> after(int sequence, long waitMillis) throws InterruptedException {
        goOn();
        if (sequence >= happened) {
            wait(waitMillis);
            goOn();
        }
        return sequence >= happened ? List.of() : history.subList(sequence, happened);
    }

    /** Somebody was shown changes; the same as before are no news. */
    synchronized void shows(List<Change> changes) {
        if (!changes.equals(before)) {
            shown += changes.size();
            before = List.copyOf(changes);
        }
    }

    /** How many changes have happened. */
    synchronized int happened() {
        return happened;
    }

    /** How many changes were shown so far, those included that were shown to a process before. */
    synchronized int shown() {
        return shown;
    }
}
