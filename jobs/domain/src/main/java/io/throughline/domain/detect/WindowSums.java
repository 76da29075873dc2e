package io.throughline.domain.detect;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * All that was said in one window of event time.
 *
 * @param start begin of the window; its length is that of the rules
 * @param cells one a channel, in any order
 */
public record WindowSums(Instant start, List<Cell> cells) {

    public WindowSums {
        Objects.requireNonNull(start, "start");
        cells = List.copyOf(cells);
        Set<String> seen = new HashSet<>();
        for (Cell cell : cells) {
            if (!seen.add(cell.channel())) {
                throw new IllegalArgumentException("channel " + cell.channel() + " is there twice");
            }
        }
    }
}
