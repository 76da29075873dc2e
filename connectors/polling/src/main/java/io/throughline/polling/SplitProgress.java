package io.throughline.polling;

import io.throughline.fetch.CursorChange;
import java.util.HashMap;
import java.util.Map;

/** Cursor of a split as emitted so far; belongs to the task's thread. */
final class SplitProgress {

    private final String id;
    private final Map<String, String> cursor;

    SplitProgress(ChannelSplit split) {
        this.id = split.id();
        this.cursor = new HashMap<>(split.cursor());
    }

    void apply(CursorChange change) {
        change.applyTo(cursor);
    }

    ChannelSplit toSplit() {
        return new ChannelSplit(id, cursor);
    }
}
