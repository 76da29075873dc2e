package io.throughline.domain.watch;

import io.throughline.domain.detect.Cell;
import io.throughline.domain.detect.WindowSums;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Sums of a window by channel, of the items that count. */
final class Cells {

    private static final long SECONDS = 60;

    private Cells() {}

    /** Channels in the order of their numbers. */
    static WindowSums of(long startMinute, List<Item> counted, Names channels) {
        Sums[] sums = new Sums[channels.size()];
        for (Item item : counted) {
            int channel = item.channel();
            if (sums[channel] == null) {
                sums[channel] = new Sums();
            }
            sums[channel].add(item);
        }
        List<Cell> cells = new ArrayList<>();
        for (int channel = 0; channel < sums.length; channel++) {
            if (sums[channel] != null) {
                cells.add(sums[channel].cell(channels.name(channel)));
            }
        }
        return new WindowSums(Instant.ofEpochSecond(startMinute * SECONDS), cells);
    }

    private static final class Sums {

        private final Set<Long> authors = new HashSet<>();
        private long count;
        private long weight;
        private long negative;
        private long abstained;
        private long anonymous;

        void add(Item item) {
            if (!item.labelled()) {
                abstained++;
                return;
            }
            count++;
            weight += item.weight();
            negative += item.negative() ? item.weight() : 0;
            if (item.author() == 0) {
                anonymous++;
            } else {
                authors.add(item.author());
            }
        }

        Cell cell(String channel) {
            return new Cell(channel, count, weight, negative, abstained, authors, anonymous);
        }
    }
}
