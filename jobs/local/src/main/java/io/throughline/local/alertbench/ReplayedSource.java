package io.throughline.local.alertbench;

import io.throughline.alert.AlertRules;
import io.throughline.domain.detect.Cell;
import io.throughline.domain.detect.WindowSums;
import io.throughline.domain.rollup.Contribution;
import io.throughline.local.alertbench.Scenario.Change;
import io.throughline.local.backtest.SortedHistory;
import io.throughline.model.SentimentLabel;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Streams made of days of a history, drawn with replacement: within a day everything stays as it
 * was, so that bursts, rhythm, channels and labels that hang together are real, while days do not
 * hang together any more and nothing changes in the long run. A change turns what is not negative
 * negative with the chance that gives the odds asked for.
 *
 * @param days each with its windows by second of the day
 */
record ReplayedSource(
        String id, List<TreeMap<Integer, List<Cell>>> days, double perHour, double share)
        implements StreamSource {

    private static final long DAY = Duration.ofDays(1).toSeconds();
    private static final Instant BEGIN = Instant.parse("2024-01-01T00:00:00Z");
    private static final long MICROS = 1_000_000;

    @SuppressWarnings("EnumOrdinal") // the schema fixes the order of the labels
    static ReplayedSource of(String id, SortedHistory history) throws IOException {
        TreeMap<Long, TreeMap<Integer, TreeMap<String, long[]>>> byDay = new TreeMap<>();
        long[] sums = new long[2];
        int window = (int) AlertRules.DEFAULT.window().toSeconds();
        history.forEach(
                item -> {
                    if (item.label() != Contribution.ABSTAINED) {
                        long second = item.occurredAt().getEpochSecond();
                        int ofDay = (int) Math.floorMod(second, DAY) / window * window;
                        long[] cell =
                                byDay.computeIfAbsent(
                                                Math.floorDiv(second, DAY), d -> new TreeMap<>())
                                        .computeIfAbsent(ofDay, w -> new TreeMap<>())
                                        .computeIfAbsent(item.channel(), c -> new long[2]);
                        boolean negative = item.label() == SentimentLabel.NEGATIVE.ordinal();
                        cell[0]++;
                        cell[1] += negative ? 1 : 0;
                        sums[0]++;
                        sums[1] += negative ? 1 : 0;
                    }
                });
        List<TreeMap<Integer, List<Cell>>> days = new ArrayList<>();
        long length = byDay.isEmpty() ? 1 : byDay.lastKey() - byDay.firstKey() + 1;
        for (long day = 0; day < length && !byDay.isEmpty(); day++) {
            TreeMap<Integer, List<Cell>> cells = new TreeMap<>();
            byDay.getOrDefault(byDay.firstKey() + day, new TreeMap<>())
                    .forEach((at, channels) -> cells.put(at, cells(channels)));
            days.add(cells);
        }
        return new ReplayedSource(
                id, days, sums[0] / (24.0 * length), (double) sums[1] / Math.max(1, sums[0]));
    }

    private static List<Cell> cells(TreeMap<String, long[]> channels) {
        return channels.entrySet().stream()
                .map(one -> cell(one.getKey(), one.getValue()[0], one.getValue()[1]))
                .toList();
    }

    private static Cell cell(String channel, long count, long negative) {
        return new Cell(channel, count, count * MICROS, negative * MICROS, 0, Set.of(), count);
    }

    @Override
    public String what() {
        return BenchTables.format(
                "days of a history drawn with replacement: %d days, %.0f %% negative, %.1f items an"
                        + " hour",
                days.size(), 100 * share, perHour);
    }

    @Override
    public WindowStream open(Times times, Optional<Change> change, long seed) {
        return new Replay(this, times, change, seed);
    }

    /** One stream. */
    private static final class Replay implements WindowStream {

        private final ReplayedSource source;
        private final Times times;
        private final Optional<Change> change;
        private final SplittableRandom draw;
        private final SplittableRandom turn;
        private TreeMap<Integer, List<Cell>> day;
        private long position;

        private Replay(ReplayedSource source, Times times, Optional<Change> change, long seed) {
            this.source = source;
            this.times = times;
            this.change = change;
            this.draw = new SplittableRandom(seed);
            this.turn = draw.split();
        }

        @Override
        public WindowSums next() {
            if (position % DAY == 0) {
                day = source.days.get(draw.nextInt(source.days.size()));
            }
            long start = position;
            position += AlertRules.DEFAULT.window().toSeconds();
            List<Cell> cells = day.get((int) (start % DAY));
            if (cells == null) {
                return null;
            }
            boolean changed =
                    change.isPresent() && start >= times.changeAt() && start < times.changeUntil();
            return new WindowSums(
                    BEGIN.plusSeconds(start),
                    changed ? cells.stream().map(cell -> turned(cell, start)).toList() : cells);
        }

        private Cell turned(Cell cell, long start) {
            double ramp = change.orElseThrow().ramp().toSeconds();
            double grown = ramp == 0 ? 1 : Math.min(1, (start - times.changeAt()) / ramp);
            double ratio = Math.pow(change.orElseThrow().oddsRatio(), grown);
            double before = source.share;
            double after = ratio * before / (1 - before + ratio * before);
            double chance = (after - before) / (1 - before);
            long negative = cell.negativeMicros() / MICROS;
            long more = 0;
            for (long i = negative; i < cell.count(); i++) {
                more += turn.nextDouble() < chance ? 1 : 0;
            }
            return cell(cell.channel(), cell.count(), negative + more);
        }

        @Override
        public long position() {
            return position;
        }
    }
}
