package io.throughline.notify.deliver;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A delivery log in memory, which survives notifiers and can be away. */
final class MemoryLog implements DeliveryLog {

    private final Map<String, Told> entries = new LinkedHashMap<>();
    private RuntimeException trouble;

    @Override
    public synchronized List<Told> all() {
        return List.copyOf(entries.values());
    }

    @Override
    public synchronized void add(List<Told> more) {
        if (trouble != null) {
            throw trouble;
        }
        for (Told told : more) {
            // What is kept is what can be written and read.
            entries.put(told.key(), ToldJson.read(ToldJson.line(told)));
        }
    }

    synchronized void troubledBy(RuntimeException with) {
        trouble = with;
    }
}
