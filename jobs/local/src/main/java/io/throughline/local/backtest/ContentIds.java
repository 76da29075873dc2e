package io.throughline.local.backtest;

import java.util.Optional;

/**
 * Names items that have no id by what they are. Of two equal ones that name their author the second
 * is a copy of the same line; without an author they are two people who say the same, told apart.
 */
final class ContentIds {

    private String previous = "";
    private int equal;

    /**
     * The item with an id; empty for a copy. Items must come sorted.
     *
     * @param content hash of it
     */
    Optional<HistoryItem> named(HistoryItem item, long content) {
        String name = Long.toHexString(content) + "@" + item.occurredAt().getEpochSecond();
        equal = name.equals(previous) ? equal + 1 : 0;
        previous = name;
        if (equal > 0 && item.author() != null) {
            return Optional.empty();
        }
        return Optional.of(item.withId(equal == 0 ? name : name + "-" + equal));
    }
}
