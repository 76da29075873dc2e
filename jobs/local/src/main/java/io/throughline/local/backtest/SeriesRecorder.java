package io.throughline.local.backtest;

import io.throughline.alert.StageStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Remembers what pictures show: sums and the state of the watch for each stretch of time. */
public final class SeriesRecorder implements BacktestListener {

    private static final int MOST_STRETCHES = 260;
    private static final List<Duration> LENGTHS =
            List.of(
                    Duration.ofMinutes(15),
                    Duration.ofHours(1),
                    Duration.ofHours(3),
                    Duration.ofHours(6),
                    Duration.ofHours(12),
                    Duration.ofDays(1),
                    Duration.ofDays(2),
                    Duration.ofDays(7),
                    Duration.ofDays(14),
                    Duration.ofDays(28));

    private final BacktestListener next;
    private final long seconds;
    private final long first;
    private final int stretches;
    private final Map<String, Series> series = new TreeMap<>();

    /**
     * @param next is told of everything too
     */
    public SeriesRecorder(SortedHistory history, BacktestListener next) {
        this.next = next;
        Duration span =
                history.size() == 0
                        ? Duration.ZERO
                        : Duration.between(history.first(), history.last());
        this.seconds =
                LENGTHS.stream()
                        .filter(length -> span.dividedBy(length) < MOST_STRETCHES)
                        .findFirst()
                        .orElse(span.dividedBy(MOST_STRETCHES))
                        .toSeconds();
        this.first =
                history.size() == 0 ? 0 : Math.floorDiv(history.first().getEpochSecond(), seconds);
        this.stretches = (int) (span.toSeconds() / seconds) + 2;
    }

    /** What was remembered, by stage. */
    Map<String, Series> series() {
        return series;
    }

    @Override
    public void item(HistoryItem item) {
        of(item.stage()).item(index(item.occurredAt()), item.label());
        next.item(item);
    }

    @Override
    public void status(StageStatus status) {
        if (status.at().getEpochSecond() < (first + stretches) * seconds) {
            of(status.stage()).status(index(status.at()), status);
        }
        next.status(status);
    }

    private Series of(String stage) {
        return series.computeIfAbsent(stage, id -> new Series(first * seconds, seconds, stretches));
    }

    private int index(Instant at) {
        long index = Math.floorDiv(at.getEpochSecond(), seconds) - first;
        return (int) Math.max(0, Math.min(stretches - 1, index));
    }
}
