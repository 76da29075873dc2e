package io.throughline.domain.watch;

import java.util.Arrays;
import java.util.List;

/**
 * Which items of one UTC day count: at most two an author, and copies of a text once, so that
 * neither one loud author nor a campaign makes an alert. Items are asked for in canonical order,
 * and what comes first counts. Both limits are ranks of their own: a copy uses up one of its
 * author's two, so that one item more or less changes nothing beyond its author and its text.
 */
final class DayCaps {

    static final int MOST_PER_AUTHOR = 2;

    private final LongCounts ofAuthor = new LongCounts();
    private final LongCounts texts = new LongCounts();

    /** Whether the item counts; it is remembered. */
    boolean counts(Item item) {
        boolean first = item.text() == 0 || texts.add(item.text()) == 1;
        if (item.author() == 0) {
            return first;
        }
        return ofAuthor.add(item.author()) <= MOST_PER_AUTHOR && first;
    }

    /** The items of a window that count, in their order. */
    List<Item> of(List<Item> items) {
        Item[] kept = new Item[items.size()];
        int size = 0;
        for (Item item : items) {
            if (counts(item)) {
                kept[size++] = item;
            }
        }
        return Arrays.asList(size == kept.length ? kept : Arrays.copyOf(kept, size));
    }
}
