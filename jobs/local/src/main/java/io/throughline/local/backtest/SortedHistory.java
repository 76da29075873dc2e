package io.throughline.local.backtest;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/**
 * Items in the order of their event time, whatever order they come in, to be gone through as often
 * as one likes. A bounded part of them is in memory; what is more lies sorted in temporary files
 * and is merged while it is read.
 *
 * <p>Items of one time are ordered by id, and those without an id by their content, so that the
 * same items in another order are the same history.
 */
public final class SortedHistory implements AutoCloseable {

    /** Bytes of items in memory. */
    static final long MOST_BYTES = 64L << 20;

    private final long most;
    private final Revisions revisions = new Revisions();
    private final List<SpilledRun> runs = new ArrayList<>();
    private final List<SortedEntry> memory = new ArrayList<>();
    private long bytes;
    private long lines;
    private long added;
    private Instant first = Instant.MAX;
    private Instant last = Instant.MIN;

    public SortedHistory() {
        this(MOST_BYTES);
    }

    /**
     * @param most bytes of items in memory
     */
    SortedHistory(long most) {
        this.most = most;
    }

    /** Adds an item; one whose id is empty gets one of its content. */
    public void add(HistoryItem item) throws IOException {
        keep(item, lines++);
    }

    /** Adds an item in the place of all revisions of it that are not newer. */
    public void add(HistoryItem item, long revision) throws IOException {
        add(item.id(), List.of(item), revision);
    }

    /** Adds what one feedback brings to several stages, in the place of its older revisions. */
    public void add(String id, List<HistoryItem> items, long revision) throws IOException {
        long line = lines++;
        boolean holds = revisions.tell(id, revision, line, Revisions.Kind.UPSERT, items.size());
        for (HistoryItem item : items) {
            if (holds) {
                keep(item, line);
            } else {
                added++;
            }
        }
    }

    /** Takes back all revisions of an item that are not newer. */
    public void delete(String id, long revision) {
        revisions.tell(id, revision, lines++, Revisions.Kind.DELETE, 0);
    }

    /** Items that hold. */
    public long size() {
        return added - superseded() - deleted();
    }

    /** Time of the earliest item; {@link Instant#MAX} when there is none. */
    public Instant first() {
        return first;
    }

    /** Time of the latest item; {@link Instant#MIN} when there is none. */
    public Instant last() {
        return last;
    }

    /** Items that another line of the same id stands for. */
    public long superseded() {
        return revisions.superseded();
    }

    /** Items that a delete took back. */
    public long deleted() {
        return revisions.deleted();
    }

    /** Goes through the items in order. */
    public void forEach(Consumer<HistoryItem> each) throws IOException {
        memory.sort(SortedEntry.ORDER);
        ContentIds ids = new ContentIds();
        try (MergedRuns merged = MergedRuns.open(memory, runs)) {
            for (Iterator<SortedEntry> all = merged; all.hasNext(); ) {
                SortedEntry entry = all.next();
                HistoryItem item = ItemCodec.decode(entry.bytes());
                if (item.id().isEmpty()) {
                    ids.named(item, entry.tie()).ifPresent(each);
                } else if (revisions.holds(item.id(), entry.line())) {
                    each.accept(item);
                }
            }
        }
    }

    private void keep(HistoryItem item, long line) throws IOException {
        SortedEntry entry = SortedEntry.of(item, line);
        memory.add(entry);
        added++;
        first = item.occurredAt().isBefore(first) ? item.occurredAt() : first;
        last = item.occurredAt().isAfter(last) ? item.occurredAt() : last;
        bytes += entry.size();
        if (bytes > most) {
            memory.sort(SortedEntry.ORDER);
            runs.add(SpilledRun.write(memory));
            memory.clear();
            bytes = 0;
        }
    }

    @Override
    public void close() throws IOException {
        for (SpilledRun run : runs) {
            run.delete();
        }
    }

    /** Temporary files that there are, for tests. */
    List<Path> files() {
        return runs.stream().map(SpilledRun::file).toList();
    }
}
