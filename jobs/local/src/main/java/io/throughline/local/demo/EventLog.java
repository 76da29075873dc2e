package io.throughline.local.demo;

import io.throughline.local.demo.wire.StreamEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the stream has sent and will send. Every connection gets all of it from the beginning, which
 * a real server does not do: without this a demo that is killed and started again, or a stream that
 * is connected late, would come to other numbers.
 */
final class EventLog {

    private final List<StreamEvent> events;
    private boolean ended;

    EventLog(List<StreamEvent> history) {
        this.events = new ArrayList<>(history);
    }

    synchronized void add(StreamEvent event) {
        events.add(event);
        notifyAll();
    }

    /** Nothing more will come. */
    synchronized void end() {
        ended = true;
        notifyAll();
    }

    /** Whether nothing comes after that many events. */
    synchronized boolean endsAfter(int sent) {
        return ended && sent >= events.size();
    }

    /** Whether there is nothing to send after that many events, for now. */
    synchronized boolean caughtUp(int sent) {
        return sent >= events.size();
    }

    /** The event of that number, or empty when there is none within the time. */
    synchronized Optional<StreamEvent> await(int number, Duration atMost)
            throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (number >= events.size() && !ended) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                break;
            }
            wait(left);
        }
        return number < events.size() ? Optional.of(events.get(number)) : Optional.empty();
    }
}
