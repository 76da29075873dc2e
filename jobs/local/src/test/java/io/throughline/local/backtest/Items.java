package io.throughline.local.backtest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Items of made-up histories. */
final class Items {

    static final Instant BEGIN = Instant.parse("2026-03-02T00:00:00Z");

    private Items() {}

    /** An item of a stage at a minute after {@link #BEGIN}. */
    static HistoryItem item(String id, long minute, int label) {
        return item(id, minute, label, "author-" + minute);
    }

    /** An item without an id that nobody has signed. */
    static HistoryItem anonymous(long minute, int label) {
        return item("", minute, label, null);
    }

    private static HistoryItem item(String id, long minute, int label, String author) {
        return new HistoryItem(
                id,
                BEGIN.plusSeconds(60 * minute),
                "claim",
                "web",
                label,
                Labels.scoreMicros(label),
                author,
                0,
                null,
                "en",
                0,
                "Text of minute " + minute,
                null);
    }

    static List<HistoryItem> all(SortedHistory history) throws java.io.IOException {
        List<HistoryItem> items = new ArrayList<>();
        history.forEach(items::add);
        return items;
    }
}
