package io.throughline.local.backtest;

/** Names items that have no id by what they are; the second of two equal ones is told apart. */
final class ContentIds {

    private String previous = "";
    private int equal;

    /**
     * The item with an id. Items must come sorted.
     *
     * @param content hash of it
     */
    HistoryItem named(HistoryItem item, long content) {
        String name = Long.toHexString(content) + "@" + item.occurredAt().getEpochSecond();
        equal = name.equals(previous) ? equal + 1 : 0;
        previous = name;
        return item.withId(equal == 0 ? name : name + "-" + equal);
    }
}
