package io.throughline.local.alertbench;

import io.throughline.local.backtest.HistoryItem;
import io.throughline.model.SentimentLabel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** What happens to a stage on day 17 of a made-up history, item by item. */
enum Disturbance {
    NOTHING("nothing") {
        @Override
        List<HistoryItem> disturb(List<HistoryItem> history, SplittableRandom random) {
            return history;
        }
    },
    DROP("a real drop: the odds of being negative double, and stay so") {
        @Override
        List<HistoryItem> disturb(List<HistoryItem> history, SplittableRandom random) {
            return history.stream()
                    .map(
                            item ->
                                    item.occurredAt().isBefore(AT)
                                                    || item.label() == NEGATIVE
                                                    || random.nextDouble() >= TURNED
                                            ? item
                                            : with(item, NEGATIVE))
                    .toList();
        }
    },
    COPIES("one complaint is posted again 150 times by other people within six hours") {
        @Override
        List<HistoryItem> disturb(List<HistoryItem> history, SplittableRandom random) {
            String text = "they closed my account overnight and nobody on the phone knows why";
            return with(history, 150, Duration.ofHours(6), random, "copy-", at -> text);
        }
    },
    BRIGADE("one person writes 150 complaints within a day, each in other words") {
        @Override
        List<HistoryItem> disturb(List<HistoryItem> history, SplittableRandom random) {
            return with(
                    history,
                    150,
                    Duration.ofHours(24),
                    random,
                    null,
                    at -> "complaint number " + words(at) + " about the very same thing again");
        }
    },
    OUTAGE("the happiest channel, half of all feedback, is silent for a day") {
        @Override
        List<HistoryItem> disturb(List<HistoryItem> history, SplittableRandom random) {
            Instant end = AT.plus(Duration.ofHours(24));
            return history.stream()
                    .filter(
                            item ->
                                    !item.channel().equals(ItemStream.HAPPIEST)
                                            || item.occurredAt().isBefore(AT)
                                            || !item.occurredAt().isBefore(end))
                    .toList();
        }
    };

    static final Instant AT = ItemStream.BEGIN.plus(Duration.ofDays(17));

    @SuppressWarnings("EnumOrdinal") // the schema fixes the order of the labels
    private static final int NEGATIVE = SentimentLabel.NEGATIVE.ordinal();

    /** Of what is not negative, so that a quarter becomes two fifths. */
    private static final double TURNED = 0.2;

    private static final int LETTERS = 26;

    private final String what;

    Disturbance(String what) {
        this.what = what;
    }

    /** One line for people. */
    String what() {
        return what;
    }

    /** The history with the disturbance in it. */
    abstract List<HistoryItem> disturb(List<HistoryItem> history, SplittableRandom random);

    private interface Text {
        String of(int at);
    }

    private static List<HistoryItem> with(
            List<HistoryItem> history,
            int count,
            Duration span,
            SplittableRandom random,
            String authors,
            Text text) {
        List<HistoryItem> all = new ArrayList<>(history);
        for (int i = 0; i < count; i++) {
            all.add(
                    new HistoryItem(
                            "extra-" + i,
                            AT.plusSeconds(random.nextLong(span.toSeconds())),
                            ItemStream.STAGE,
                            "web",
                            NEGATIVE,
                            0,
                            authors == null ? "one-and-the-same" : authors + i,
                            0,
                            null,
                            "en",
                            0,
                            text.of(i),
                            null));
        }
        return all;
    }

    /** Digits make no other text. */
    private static String words(int number) {
        return ""
                + (char) ('a' + number / LETTERS)
                + (char) ('a' + number % LETTERS)
                + (char) ('a' + number * 7 % LETTERS);
    }

    private static HistoryItem with(HistoryItem item, int label) {
        return new HistoryItem(
                item.id(),
                item.occurredAt(),
                item.stage(),
                item.channel(),
                label,
                0,
                item.author(),
                0,
                null,
                item.language(),
                0,
                item.text(),
                null);
    }

    static boolean negative(HistoryItem item) {
        return item.label() == NEGATIVE;
    }
}
