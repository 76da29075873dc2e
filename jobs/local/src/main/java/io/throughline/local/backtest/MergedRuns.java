package io.throughline.local.backtest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;

/** Sorted parts as one. */
final class MergedRuns implements Iterator<SortedEntry>, AutoCloseable {

    private final List<SpilledRun.Reader> readers = new ArrayList<>();
    private final PriorityQueue<Head> heads =
            new PriorityQueue<>(Comparator.comparing(Head::entry, SortedEntry.ORDER));

    private MergedRuns() {}

    static MergedRuns open(List<SortedEntry> memory, List<SpilledRun> runs) throws IOException {
        MergedRuns merged = new MergedRuns();
        merged.push(memory.iterator());
        for (SpilledRun run : runs) {
            SpilledRun.Reader reader = run.open();
            merged.readers.add(reader);
            merged.push(reader);
        }
        return merged;
    }

    private void push(Iterator<SortedEntry> part) {
        if (part.hasNext()) {
            heads.add(new Head(part.next(), part));
        }
    }

    @Override
    public boolean hasNext() {
        return !heads.isEmpty();
    }

    @Override
    public SortedEntry next() {
        Head head = heads.remove();
        push(head.rest());
        return head.entry();
    }

    @Override
    public void close() throws IOException {
        for (SpilledRun.Reader reader : readers) {
            reader.close();
        }
    }

    private record Head(SortedEntry entry, Iterator<SortedEntry> rest) {}
}
