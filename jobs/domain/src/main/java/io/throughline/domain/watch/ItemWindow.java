package io.throughline.domain.watch;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ObjIntConsumer;

/**
 * Items of one window of event time. Something may be taken back before it was added, so that both
 * are kept until the window is settled; what then stays is in canonical order.
 */
final class ItemWindow {

    private final List<Item> items = new ArrayList<>(4);
    private final List<Item> owed = new ArrayList<>(0);
    private List<Item> counted = List.of();

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
            items.removeIf(item -> takes(back, item));
            owed.clear();
            back.forEach(
                    (item, times) -> {
                        for (int i = 0; i < times; i++) {
                            owed.add(item);
                        }
                    });
            owed.sort(Item.CANONICAL);
        }
        items.sort(Item.CANONICAL);
        return items;
    }

    private static boolean takes(Map<Item, Integer> back, Item item) {
        Integer times = back.get(item);
        if (times == null) {
            return false;
        }
        if (times == 1) {
            back.remove(item);
        } else {
            back.put(item, times - 1);
        }
        return true;
    }

    /** What counts of them, since the window was closed or opened again. */
    List<Item> counted() {
        return counted;
    }

    void counted(List<Item> items) {
        counted = items;
    }

    void each(ObjIntConsumer<Item> changes) {
        items.forEach(item -> changes.accept(item, 1));
        owed.forEach(item -> changes.accept(item, -1));
    }

    int size() {
        return items.size() + owed.size();
    }

    void write(DataOutput out) throws IOException {
        Bytes.list(
                out, items.stream().sorted(Item.CANONICAL).toList(), (to, item) -> item.write(to));
        Bytes.list(
                out, owed.stream().sorted(Item.CANONICAL).toList(), (to, item) -> item.write(to));
    }

    static ItemWindow read(DataInput in) throws IOException {
        ItemWindow read = new ItemWindow();
        read.items.addAll(Bytes.list(in, Item::read));
        read.owed.addAll(Bytes.list(in, Item::read));
        return read;
    }
}
