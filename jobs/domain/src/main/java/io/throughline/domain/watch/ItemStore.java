package io.throughline.domain.watch;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

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
    private final List<Late> late = new ArrayList<>();
    private long closed = Long.MIN_VALUE;
    private long settled = Long.MIN_VALUE;
    private long items;
    private long tooLate;
    private ItemWindow last;
    private long lastStart = Long.MIN_VALUE;

    /** A change of a closed window. */
    private record Late(Item item, int sign) {}

    /**
     * A closed window that changed.
     *
     * @param before what counted until now
     * @param now what counts from now on
     */
    record Reopened(List<Item> before, List<Item> now) {}

    ItemStore(long windowMinutes) {
        this.windowMinutes = windowMinutes;
    }

    /** Adds the item or takes it back. */
    void apply(Item item, int sign) {
        long minute = item.minute();
        if (minute < settled) {
            tooLate++;
        } else if (minute < closed) {
            late.add(new Late(item, sign));
        } else {
            put(item, sign);
        }
    }

    private void put(Item item, int sign) {
        long start = startOf(item.minute());
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
    }

    /** Start of the earliest window that is open and holds something, in minutes. */
    OptionalLong nextOpen() {
        Map.Entry<Long, ItemWindow> next = windows.ceilingEntry(closed);
        return next == null ? OptionalLong.empty() : OptionalLong.of(next.getKey());
    }

    /** Start of the latest window that is open and holds something, in minutes. */
    OptionalLong lastOpen() {
        return windows.isEmpty() || windows.lastKey() < closed
                ? OptionalLong.empty()
                : OptionalLong.of(windows.lastKey());
    }

    /** Closes the next window and gives what counts of it. Windows are closed in order. */
    List<Item> close(long start) {
        closed = start + windowMinutes;
        List<Item> counted = count(start, windows.get(start), capsOf(start));
        forget();
        return counted;
    }

    /** Nothing before this minute is open any more, whether something came for it or not. */
    void closeTo(long minute) {
        if (startOf(minute) > closed) {
            closed = startOf(minute);
            forget();
        }
    }

    private List<Item> count(long start, ItemWindow window, DayCaps by) {
        int before = window.size();
        List<Item> counted = by.of(window.settle());
        items += window.size() - before;
        window.counted(counted);
        return counted;
    }

    boolean hasLate() {
        return !late.isEmpty();
    }

    /**
     * Takes in what came late. Caps of a day are counted anew, for an early item may take the place
     * of one that counted until now.
     *
     * @return every closed window of which something else counts now, by its start
     */
    SortedMap<Long, Reopened> reopen() {
        TreeMap<Long, Long> firstOfDay = new TreeMap<>();
        for (Late change : late) {
            long start = startOf(change.item().minute());
            firstOfDay.merge(Math.floorDiv(start, DAY_MINUTES), start, Math::min);
            put(change.item(), change.sign());
        }
        late.clear();
        last = null;
        TreeMap<Long, Reopened> changed = new TreeMap<>();
        for (Map.Entry<Long, Long> day : firstOfDay.entrySet()) {
            DayCaps anew = new DayCaps();
            caps.put(day.getKey(), anew);
            long end = Math.min(closed, (day.getKey() + 1) * DAY_MINUTES);
            windows.subMap(day.getKey() * DAY_MINUTES, end)
                    .forEach(
                            (start, window) -> {
                                List<Item> before = window.counted();
                                List<Item> now = count(start, window, anew);
                                if (start >= day.getValue() && !now.equals(before)) {
                                    changed.put(start, new Reopened(before, now));
                                }
                            });
        }
        return changed;
    }

    /** Distinct authors of what counted in the minutes; who is unknown is an author of his own. */
    long authors(long from, long until) {
        Set<Long> known = new HashSet<>();
        long unknown = 0;
        for (ItemWindow window : windows.subMap(from, until).values()) {
            for (Item item : window.counted()) {
                if (item.author() == 0) {
                    unknown++;
                } else {
                    known.add(item.author());
                }
            }
        }
        return known.size() + unknown;
    }

    /** The same items in windows of another length; what is closed stays closed. */
    ItemStore withWindow(long minutes) {
        ItemStore other = new ItemStore(minutes);
        for (ItemWindow window : windows.values()) {
            window.each(other::put);
        }
        other.late.addAll(late);
        other.closed = closed;
        other.settled = settled;
        other.tooLate = tooLate;
        other.recount();
        return other;
    }

    /** Whether windows of another length can begin here. */
    boolean betweenHours() {
        return closed == Long.MIN_VALUE || Math.floorMod(closed, 60L) == 0;
    }

    long windowMinutes() {
        return windowMinutes;
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
        if (day > settled) {
            drop(day);
        }
        while (items > MOST_ITEMS && settled < closed - DAY_MINUTES) {
            drop(settled + DAY_MINUTES);
        }
    }

    private void drop(long before) {
        settled = before;
        SortedMap<Long, ItemWindow> old = windows.headMap(before);
        for (ItemWindow window : old.values()) {
            items -= window.size();
        }
        old.clear();
        caps.headMap(Math.floorDiv(before, DAY_MINUTES)).clear();
        late.removeIf(change -> change.item().minute() < before);
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
        Bytes.list(
                out,
                late,
                (to, change) -> {
                    change.item().write(to);
                    to.writeByte(change.sign());
                });
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
        read.late.addAll(Bytes.list(in, from -> new Late(Item.read(from), from.readByte())));
        read.recount();
        return read;
    }

    /** What counts of the closed windows follows from them. */
    private void recount() {
        windows.headMap(closed).forEach((start, window) -> count(start, window, capsOf(start)));
    }
}
