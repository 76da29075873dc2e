package io.throughline.domain.watch;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The items of recent windows: those still open, and of the last two days and what is begun of the
 * day before those closed, so that a late item can change what counts. What is older is settled for
 * good: a change that comes for it is counted and has no further effect on alerts.
 *
 * <p>Bounded: at {@value #MOST_ITEMS} items the oldest days go first, whatever their age.
 */
final class ItemStore {

    static final int MOST_ITEMS = 2_000_000;
    private static final long KEPT_MINUTES = 48 * 60;
    private static final long DAY_MINUTES = 24 * 60;

    private final long windowMinutes;
    private final TreeMap<Long, ItemWindow> windows = new TreeMap<>();
    private final TreeMap<Long, DayCaps> caps = new TreeMap<>();
    private final TreeSet<Long> reopened = new TreeSet<>();
    private long closed = Long.MIN_VALUE;
    private long settled = Long.MIN_VALUE;
    private long items;
    private long tooLate;
    private ItemWindow last;
    private long lastStart = Long.MIN_VALUE;

    ItemStore(long windowMinutes) {
        this.windowMinutes = windowMinutes;
    }

    /** Adds the item or takes it back. */
    void apply(Item item, int sign) {
        long start = startOf(item.minute());
        if (item.minute() < settled) {
            tooLate++;
            return;
        }
        if (start != lastStart || last == null) {
            last = windows.computeIfAbsent(start, key -> new ItemWindow());
            lastStart = start;
        }
        if (sign > 0) {
            last.add(item);
        } else {
            last.takeBack(item);
        }
        items++;
        if (start < closed) {
            reopened.add(start);
        }
    }

    /** Start of the earliest window that is not closed, in minutes; -1 when there is none. */
    long nextOpen() {
        Map.Entry<Long, ItemWindow> next = windows.ceilingEntry(closed);
        return next == null ? -1 : next.getKey();
    }

    /** Start of the latest window there is, in minutes; -1 when there is none. */
    long latest() {
        return windows.isEmpty() ? -1 : windows.lastKey();
    }

    boolean hasReopened() {
        return !reopened.isEmpty();
    }

    /** Closes the next window and gives what counts of it. Windows are closed in order. */
    List<Item> close(long start) {
        ItemWindow window = windows.get(start);
        int before = window.size();
        List<Item> live = window.settle();
        items += window.size() - before;
        closed = start + windowMinutes;
        List<Item> counted = capsOf(start).of(live);
        forget();
        return counted;
    }

    /** What counts of each closed window that a late item may have changed, in order. */
    Map<Long, List<Item>> reopened() {
        Map<Long, List<Item>> changed = new TreeMap<>();
        TreeMap<Long, Long> firstOfDay = new TreeMap<>();
        for (long start : reopened) {
            firstOfDay.putIfAbsent(Math.floorDiv(start, DAY_MINUTES), start);
        }
        reopened.clear();
        firstOfDay.forEach(
                (day, first) -> {
                    DayCaps anew = new DayCaps();
                    windows.subMap(day * DAY_MINUTES, Math.min(closed, (day + 1) * DAY_MINUTES))
                            .forEach(
                                    (start, window) -> {
                                        int before = window.size();
                                        List<Item> counted = anew.of(window.settle());
                                        items += window.size() - before;
                                        if (start >= first) {
                                            changed.put(start, counted);
                                        }
                                    });
                    caps.put(day, anew);
                });
        return changed;
    }

    /** Changes that came for what was settled. */
    long tooLate() {
        return tooLate;
    }

    private long startOf(long minute) {
        return minute - Math.floorMod(minute, windowMinutes);
    }

    private DayCaps capsOf(long minute) {
        return caps.computeIfAbsent(Math.floorDiv(minute, DAY_MINUTES), day -> new DayCaps());
    }

    private void forget() {
        long day = Math.floorDiv(closed - KEPT_MINUTES, DAY_MINUTES) * DAY_MINUTES;
        while (items > MOST_ITEMS && day < closed - DAY_MINUTES) {
            day += DAY_MINUTES;
            drop(day);
        }
        if (day > settled) {
            drop(day);
        }
    }

    private void drop(long before) {
        settled = before;
        Collection<ItemWindow> old = windows.headMap(before).values();
        for (ItemWindow window : old) {
            items -= window.size();
        }
        old.clear();
        caps.headMap(Math.floorDiv(before, DAY_MINUTES)).clear();
        reopened.headSet(before).clear();
        last = null;
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(windowMinutes);
        out.writeLong(closed);
        out.writeLong(settled);
        out.writeLong(tooLate);
        Bytes.list(
                out,
                windows.entrySet(),
                (to, entry) -> {
                    to.writeLong(entry.getKey());
                    entry.getValue().write(to);
                });
        Bytes.list(out, reopened, DataOutput::writeLong);
    }

    static ItemStore read(DataInput in) throws IOException {
        ItemStore read = new ItemStore(in.readLong());
        read.closed = in.readLong();
        read.settled = in.readLong();
        read.tooLate = in.readLong();
        int size = in.readInt();
        for (int i = 0; i < size; i++) {
            long start = in.readLong();
            ItemWindow window = ItemWindow.read(in);
            read.windows.put(start, window);
            read.items += window.size();
        }
        read.reopened.addAll(Bytes.list(in, DataInput::readLong));
        read.restoreCaps();
        return read;
    }

    /** Caps follow from the closed windows as they were settled. */
    private void restoreCaps() {
        for (Map.Entry<Long, ItemWindow> entry : windows.headMap(closed).entrySet()) {
            if (!reopened.contains(entry.getKey())) {
                capsOf(entry.getKey()).of(new ArrayList<>(entry.getValue().settle()));
            }
        }
    }
}
