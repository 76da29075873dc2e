package io.throughline.polling;

import io.throughline.fetch.Batch;
import io.throughline.fetch.ChannelFetcher;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.Supplier;

/**
 * A fetcher at work, from a cursor onwards. Its fetches come one after the other, each a turn on
 * whichever thread is free. At most two batches wait to be emitted; then it takes no turn until one
 * of them is.
 *
 * <p>A run is never started again: one that was stopped or broke is followed by another, so that
 * what is still under way can be told from what counts.
 */
final class ChannelRun {

    private static final int MOST_UNDELIVERED = 2;
    private static final Duration LONGEST_PAUSE = Duration.ofDays(1);

    private final Supplier<ChannelFetcher> opener;
    private final Turns turns;
    private final Handover handover;

    /** When each batch was put that is not emitted yet, oldest first. */
    private final Queue<Long> undelivered = new ArrayDeque<>();

    private volatile ChannelFetcher fetcher;
    private boolean over;
    private boolean inTurn;
    private boolean held;
    private long turnSince;
    private long resumeAt;

    /**
     * @param opener makes the fetcher, in the first turn
     */
    ChannelRun(Supplier<ChannelFetcher> opener, Turns turns, Handover handover) {
        this.opener = opener;
        this.turns = turns;
        this.handover = handover;
    }

    void start(Duration pause) {
        turns.after(pause, this::turn);
    }

    private void turn() {
        if (!begin()) {
            return;
        }
        try {
            if (fetcher == null) {
                fetcher = opener.get();
            }
            // stop() sets over before it looks for the fetcher: one of the two sees the other
            brought(isOver() ? Batch.of(List.of()) : fetcher.fetch());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            end();
        } catch (RuntimeException | Error e) {
            if (end()) {
                handover.put(new Delivery.Broke(this, e));
            }
        }
    }

    private synchronized boolean begin() {
        inTurn = !over;
        turnSince = System.nanoTime();
        return inTurn;
    }

    private synchronized boolean isOver() {
        return over;
    }

    /** Hands a batch over before the next turn can bring another. */
    private void brought(Batch batch) {
        Duration pause = batch.pause().compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : batch.pause();
        boolean deliver;
        boolean goOn;
        synchronized (this) {
            inTurn = false;
            deliver = !over && (batch.finished() || !batch.items().isEmpty());
            if (deliver) {
                undelivered.add(System.nanoTime());
            }
            over |= batch.finished();
            held = undelivered.size() >= MOST_UNDELIVERED;
            resumeAt = System.nanoTime() + pause.toNanos();
            goOn = !over && !held;
        }
        if (deliver) {
            handover.put(new Delivery.Brought(this, batch));
        }
        if (goOn) {
            turns.after(pause, this::turn);
        } else if (isOver()) {
            close();
        }
    }

    /** Ends the run in its turn; answers whether it was still wanted. */
    private boolean end() {
        boolean wanted;
        synchronized (this) {
            wanted = !over;
            over = true;
            inTurn = false;
        }
        close();
        return wanted;
    }

    private void close() {
        ChannelFetcher open = fetcher;
        if (open != null) {
            open.close();
        }
    }

    /** A batch of this run has been emitted. */
    void delivered() {
        boolean resume;
        synchronized (this) {
            undelivered.remove();
            resume = held && !over;
            held = false;
        }
        if (resume) {
            turns.after(Duration.ofNanos(resumeAt - System.nanoTime()), this::turn);
        }
    }

    /** How long the oldest batch has been waiting to be emitted. */
    synchronized Duration backlog() {
        Long oldest = undelivered.peek();
        return oldest == null ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - oldest);
    }

    /** Makes a turn end that takes longer, so that another channel has its turn. */
    void yieldAfter(Duration longest) {
        ChannelFetcher open = fetcher;
        boolean tooLong;
        synchronized (this) {
            tooLong = inTurn && System.nanoTime() - turnSince > longest.toNanos();
        }
        if (tooLong && open != null) {
            open.wakeUp();
        }
    }

    /** Ends the run; what it still brings does not count. */
    void stop() {
        boolean turnUnderWay;
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
            turnUnderWay = inTurn;
        }
        ChannelFetcher open = fetcher;
        if (open != null) {
            if (turnUnderWay) {
                open.wakeUp();
            } else {
                turns.after(Duration.ZERO, this::close);
            }
        }
    }
}
