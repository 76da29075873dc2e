package io.throughline.local.demo;

import io.throughline.local.demo.wire.StreamEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the stream has sent and will send. Every connection gets it from the beginning, which a real
 * server does not do: without this a demo that is killed and started again, or a stream that is
 * connected late, would come to other numbers. Only in a demo that goes on for most of a day are
 * the oldest events forgotten.
 */
final class EventLog {

    private static final int MOST = 20_000;

    private final List<StreamEvent> events;
    private final int most;
    private int forgotten;
    private boolean ended;

    EventLog(List<StreamEvent> history) {
        this(history, Math.max(MOST, 2 * history.size()));
    }

    /**
     * @param most events that are kept
     */
    EventLog(List<StreamEvent> history, int most) {
        this.events = new ArrayList<>(history);
        this.most = most;
    }

    synchronized void add(StreamEvent event) {
        events.add(event);
        if (events.size() > most) {
            int old = most / 4;
            events.subList(0, old).clear();
            forgotten += old;
        }
        notifyAll();
    }

    /** Nothing more will come. */
    synchronized void end() {
        ended = true;
        notifyAll();
    }

    /** Number of the oldest event there is. */
    synchronized int first() {
        return forgotten;
    }

    /** Whether there is no event of that number and will be none. */
    synchronized boolean endsBefore(int number) {
        return ended && caughtUp(number);
    }

    /** Whether there is no event of that number yet. */
    synchronized boolean caughtUp(int number) {
        return number >= forgotten + events.size();
    }

    /**
     * The event of that number, or empty when there is none within the time. Who asks for one that
     * is forgotten already gets the oldest there is.
     */
    synchronized Optional<StreamEvent> await(int number, Duration atMost)
            throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (caughtUp(number) && !ended) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                break;
            }
            wait(left);
        }
        return caughtUp(number)
                ? Optional.empty()
                : Optional.of(events.get(Math.max(0, number - forgotten)));
    }
}
