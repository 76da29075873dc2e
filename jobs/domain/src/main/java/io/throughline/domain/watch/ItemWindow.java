package io.throughline.domain.watch;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Items of one window of event time. Something may be taken back before it was added, so that both
 * are kept until the window is settled; what then stays is in canonical order.
 */
final class ItemWindow {

    private final List<Item> items = new ArrayList<>(4);
    private final List<Item> owed = new ArrayList<>(0);

    void add(Item item) {
        items.add(item);
    }

    void takeBack(Item item) {
        owed.add(item);
    }

    /** The items that are live, in canonical order, and no item twice. */
    List<Item> settle() {
        if (!owed.isEmpty()) {
            Map<Item, Integer> back = new HashMap<>();
            owed.forEach(item -> back.merge(item, 1, Integer::sum));
            items.removeIf(item -> back.merge(item, -1, Integer::sum) >= 0);
            owed.removeIf(item -> back.merge(item, -1, Integer::sum) < 0);
        }
        if (items.size() > 1) {
            items.sort(Item.CANONICAL);
        }
        return items;
    }

    int size() {
        return items.size() + owed.size();
    }

    void write(DataOutput out) throws IOException {
        items.sort(Item.CANONICAL);
        owed.sort(Item.CANONICAL);
        Bytes.list(out, items, (to, item) -> item.write(to));
        Bytes.list(out, owed, (to, item) -> item.write(to));
    }

    static ItemWindow read(DataInput in) throws IOException {
        ItemWindow read = new ItemWindow();
        read.items.addAll(Bytes.list(in, Item::read));
        read.owed.addAll(Bytes.list(in, Item::read));
        return read;
    }
}
