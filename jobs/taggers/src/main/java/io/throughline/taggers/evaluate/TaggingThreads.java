package io.throughline.taggers.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;

/**
 * Tags rows on the calling thread or on several; answers are logged in the order of the rows either
 * way.
 */
final class TaggingThreads implements AutoCloseable {

    /** Rows between two looks at the CPU clock: few, so that a slow engine shows progress. */
    private static final int SLICE = 32;

    private final ExecutorService executor;

    TaggingThreads(int threads) {
        executor = threads == 1 ? null : Executors.newFixedThreadPool(threads);
    }

    /**
     * @param tagged is told after each slice how many rows are done
     */
    void tag(Contestant contestant, ContestantLog log, List<LabelRow> rows, LongConsumer tagged) {
        List<List<LabelRow>> slices = new ArrayList<>();
        for (int start = 0; start < rows.size(); start += SLICE) {
            slices.add(rows.subList(start, Math.min(rows.size(), start + SLICE)));
        }
        List<Future<Stretch>> running = new ArrayList<>();
        if (executor != null) {
            slices.forEach(
                    slice -> running.add(executor.submit(() -> Stretch.tag(contestant, slice))));
        }
        long done = 0;
        for (int i = 0; i < slices.size(); i++) {
            List<LabelRow> slice = slices.get(i);
            log.add(
                    slice,
                    executor == null ? Stretch.tag(contestant, slice) : await(running.get(i)));
            done += slice.size();
            tagged.accept(done);
        }
    }

    private static Stretch await(Future<Stretch> stretch) {
        try {
            return stretch.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while tagging", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a tagging thread failed", e.getCause());
        }
    }

    @Override
    public void close() {
        if (executor != null) {
            executor.shutdownNow();
        }
    }
}
