package io.throughline.local.alertbench;

import io.throughline.local.backtest.HistoryItem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A made-up history of one stage, item by item: everybody writes once, in words of their own. */
final class ItemStream {

    static final Instant BEGIN = Instant.parse("2024-01-01T00:00:00Z");
    static final String STAGE = "claim";

    /** Half of all feedback, a seventh of it negative. */
    static final String HAPPIEST = "mobile";

    private static final int NEUTRAL = 1;
    private static final double SECONDS_AN_HOUR = 3600;

    private ItemStream() {}

    /** A quarter of the feedback is negative, and nothing changes. */
    static List<HistoryItem> of(double perHour, Duration length, SplittableRandom random) {
        List<HistoryItem> items = new ArrayList<>();
        double seconds = 0;
        while (true) {
            seconds -= Math.log(1 - random.nextDouble()) * SECONDS_AN_HOUR / perHour;
            if (seconds >= length.toSeconds()) {
                return items;
            }
            items.add(item(items.size(), (long) seconds, random));
        }
    }

    private static HistoryItem item(int number, long second, SplittableRandom random) {
        double place = random.nextDouble();
        String channel = place < 0.5 ? HAPPIEST : place < 0.8 ? "web" : "phone";
        double share = place < 0.5 ? 0.15 : place < 0.8 ? 0.3 : 0.425;
        return new HistoryItem(
                "item-" + number,
                BEGIN.plusSeconds(second),
                STAGE,
                channel,
                random.nextDouble() < share ? 0 : NEUTRAL,
                0,
                "author-" + number,
                0,
                null,
                "en",
                0,
                null,
                null);
    }
}
