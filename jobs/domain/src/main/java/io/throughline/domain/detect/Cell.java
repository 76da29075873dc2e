package io.throughline.domain.detect;

import java.util.Objects;
import java.util.Set;

/**
 * What one channel said in one window. Whole numbers and a set, so that the order in which feedback
 * came does not matter.
 *
 * @param channel channel id such as {@code mobile}
 * @param count feedback with a label
 * @param weightMicros sum of its weights, in millionths
 * @param negativeMicros sum of the weights of what is negative, in millionths
 * @param abstained feedback without a label; it is counted, and decides nothing
 * @param authors of what has a label, as 64-bit hashes of their keys
 * @param anonymous feedback with a label and without an author: each is an author of its own
 */
public record Cell(
        String channel,
        long count,
        long weightMicros,
        long negativeMicros,
        long abstained,
        Set<Long> authors,
        long anonymous) {

    public Cell {
        Objects.requireNonNull(channel, "channel");
        if (count < 0 || negativeMicros < 0 || negativeMicros > weightMicros) {
            throw new IllegalArgumentException(
                    "count " + count + ", weight " + weightMicros + ", negative " + negativeMicros);
        }
        authors = Set.copyOf(authors);
    }
}
