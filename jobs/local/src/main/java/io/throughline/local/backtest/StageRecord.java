package io.throughline.local.backtest;

import io.throughline.alert.StageStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What a backtest has seen of one stage. */
public final class StageRecord {

    private static final double WEEK_SECONDS = Duration.ofDays(7).toSeconds();

    private final String stage;
    private long items;
    private Instant last;
    private Instant readySince;
    private StageStatus status;

    StageRecord(String stage) {
        this.stage = stage;
    }

    void item(HistoryItem item) {
        items++;
        last = item.occurredAt();
    }

    void status(StageStatus now) {
        status = now;
        if (!now.learning() && readySince == null) {
            readySince = now.at();
        }
    }

    public String stage() {
        return stage;
    }

    /** Feedback of the stage, with and without a label. */
    public long items() {
        return items;
    }

    /** How far the watch is at the end; empty when it never closed a window. */
    public Optional<StageStatus> status() {
        return Optional.ofNullable(status);
    }

    /** Weeks for which its sentiment was watched: from when it was ready to its last feedback. */
    public double weeksWatched() {
        if (readySince == null || !last.isAfter(readySince)) {
            return 0;
        }
        return Duration.between(readySince, last).toSeconds() / WEEK_SECONDS;
    }
}
