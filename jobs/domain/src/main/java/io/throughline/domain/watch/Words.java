package io.throughline.domain.watch;

import io.throughline.domain.rollup.Change;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What was said of a stage in the last seven days, as far as there is room: the newest {@value
 * #NEWEST}, and of what is older {@value #A_DAY} a day that stand for the day, chosen by a hash of
 * their ids. So a busy stage still has something to compare today's words with.
 *
 * <p>Choosing happens when windows close, so that it does not depend on arrival.
 */
final class Words {

    static final int NEWEST = 1_000;
    static final int A_DAY = 150;
    private static final int MOST_UNBALANCED = 1_000;
    private static final long DAY_MINUTES = 24 * 60;
    private static final int KEPT_DAYS = 7;

    private final TreeSet<Said> newest = new TreeSet<>(Said.ORDER);
    private final TreeMap<Long, TreeSet<Said>> older = new TreeMap<>();
    private final TreeSet<Said> open = new TreeSet<>(Said.ORDER);

    /** What was added more than once, above 0, or taken back before it was added, below 0. */
    private final TreeMap<Said, Integer> balance = new TreeMap<>(Said.ORDER);

    private long closed = Long.MIN_VALUE / 2;

    /** Words came, or are taken back; either may come first. */
    void apply(Change change) {
        if (change.sign() == Change.ADD) {
            if (change.excerpt() != null) {
                add(Said.of(change));
            }
        } else {
            takeBack(Said.of(change));
        }
    }

    private void add(Said said) {
        if (!balance.isEmpty() && balance.getOrDefault(said, 0) < 0) {
            balance(said, 1);
        } else if (said.minute() >= closed - KEPT_DAYS * DAY_MINUTES
                && !(said.minute() >= closed ? open : newest).add(said)) {
            balance(said, 1);
        }
    }

    private void takeBack(Said said) {
        if (!balance.isEmpty() && balance.getOrDefault(said, 0) > 0) {
            balance(said, -1);
            return;
        }
        TreeSet<Said> day = older.get(Math.floorDiv(said.minute(), DAY_MINUTES));
        if (!open.remove(said)
                && !newest.remove(said)
                && (day == null || !day.remove(said))
                && said.minute() >= closed - KEPT_DAYS * DAY_MINUTES) {
            balance(said, -1);
        }
    }

    private void balance(Said said, int change) {
        balance.merge(said, change, (one, other) -> one + other == 0 ? null : one + other);
        if (balance.size() > MOST_UNBALANCED) {
            balance.pollFirstEntry();
        }
    }

    /** Windows up to the minute are closed. */
    void close(long minute) {
        closed = Math.max(closed, minute);
        while (!open.isEmpty() && open.first().minute() < closed) {
            newest.add(open.pollFirst());
        }
        while (newest.size() > NEWEST) {
            Said old = newest.pollFirst();
            TreeSet<Said> day =
                    older.computeIfAbsent(
                            Math.floorDiv(old.minute(), DAY_MINUTES),
                            key -> new TreeSet<>(Said.SHUFFLED));
            day.add(old);
            if (day.size() > A_DAY) {
                day.pollLast();
            }
        }
        long oldest = closed - KEPT_DAYS * DAY_MINUTES;
        while (!newest.isEmpty() && newest.first().minute() < oldest) {
            newest.pollFirst();
        }
        older.headMap(Math.floorDiv(oldest, DAY_MINUTES)).clear();
        while (!balance.isEmpty() && balance.firstKey().minute() < oldest) {
            balance.pollFirstEntry();
        }
    }

    /** What was said from one minute until before another, oldest first. */
    List<Said> between(long from, long until) {
        NavigableSet<Said> all = new TreeSet<>(Said.ORDER);
        Stream.concat(older.values().stream().flatMap(TreeSet::stream), newest.stream())
                .filter(said -> said.minute() >= from && said.minute() < until)
                .forEach(all::add);
        return List.copyOf(all);
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(closed);
        Bytes.list(out, newest, (to, said) -> said.write(to));
        Bytes.list(out, open, (to, said) -> said.write(to));
        Bytes.list(
                out,
                balance.entrySet(),
                (to, entry) -> {
                    entry.getKey().write(to);
                    to.writeInt(entry.getValue());
                });
        Bytes.list(
                out,
                older.values().stream().flatMap(TreeSet::stream).toList(),
                (to, said) -> said.write(to));
    }

    static Words read(DataInput in) throws IOException {
        Words read = new Words();
        read.closed = in.readLong();
        read.newest.addAll(Bytes.list(in, Said::read));
        read.open.addAll(Bytes.list(in, Said::read));
        int unbalanced = in.readInt();
        for (int i = 0; i < unbalanced; i++) {
            read.balance.put(Said.read(in), in.readInt());
        }
        for (Said said : Bytes.list(in, Said::read)) {
            read.older
                    .computeIfAbsent(
                            Math.floorDiv(said.minute(), DAY_MINUTES),
                            key -> new TreeSet<>(Said.SHUFFLED))
                    .add(said);
        }
        return read;
    }
}
