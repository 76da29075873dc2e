package io.throughline.conformance.server;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a server holds at the moment. Changed by the check, read by the server's threads. */
public final class Feed {

    private final List<FeedRecord> records = new ArrayList<>();
    private final List<FeedRecord> log = new ArrayList<>();

    /** Adds records, or replaces those of the same number. */
    public synchronized void put(FeedRecord... changed) {
        for (FeedRecord each : changed) {
            records.removeIf(known -> known.number() == each.number());
            records.add(each);
            log.add(each);
        }
    }

    /** Every change in its order: a place in it stays what it is. */
    synchronized List<FeedRecord> log() {
        return List.copyOf(log);
    }

    /**
     * Sorted by time of change.
     *
     * @param since those of that time are in it; null for all
     */
    synchronized List<FeedRecord> sorted(Instant since, Order order) {
        Comparator<FeedRecord> oldestFirst =
                Comparator.comparing(FeedRecord::changedAt).thenComparingInt(FeedRecord::number);
        return records.stream()
                .filter(each -> since == null || !each.changedAt().isBefore(since))
                .sorted(order == Order.OLDEST_FIRST ? oldestFirst : oldestFirst.reversed())
                .toList();
    }

    /** In which a server gives its records. */
    enum Order {
        OLDEST_FIRST,
        NEWEST_FIRST
    }
}
