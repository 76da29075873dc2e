package io.throughline.local.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Tags lines on several threads and hands them over in the order they came in.
 *
 * <p>While more input is waiting, lines go to the threads in chunks; as soon as none is, everything
 * that was read is tagged and handed over, so that a person who types, or a program that asks line
 * by line, has each answer at once.
 */
final class OrderedLines implements AutoCloseable {

    private static final int CHUNK_LINES = 64;

    /** Keeps what is in flight small when lines are megabytes long. */
    private static final int CHUNK_CHARS = 1 << 18;

    private static final int CHUNKS_A_THREAD = 3;

    private final LineTagger tagger;
    private final int threads;
    private final ExecutorService executor;
    private final Deque<Future<List<TaggedLine>>> running = new ArrayDeque<>();

    OrderedLines(LineTagger tagger, int threads) {
        this.tagger = tagger;
        this.threads = threads;
        this.executor = Executors.newFixedThreadPool(threads);
    }

    /**
     * Tags everything.
     *
     * @param done gets the lines in order
     * @param caughtUp runs whenever all that was read has been handed over
     * @throws IOException when the input cannot be read
     */
    void tag(BufferedReader in, Consumer<TaggedLine> done, Runnable caughtUp) throws IOException {
        int number = 0;
        boolean more = true;
        while (more) {
            List<String> chunk = new ArrayList<>();
            int chars = 0;
            do {
                String line = in.readLine();
                more = line != null;
                if (more) {
                    chunk.add(line);
                    chars += line.length();
                }
            } while (more && in.ready() && chunk.size() < CHUNK_LINES && chars < CHUNK_CHARS);
            boolean waiting = more && in.ready();
            if (!waiting && running.isEmpty()) {
                for (TaggedLine line : tag(chunk, number)) {
                    done.accept(line);
                }
            } else {
                submit(chunk, number);
            }
            number += chunk.size();
            handOver(waiting ? threads * CHUNKS_A_THREAD : 0, done);
            if (!waiting) {
                caughtUp.run();
            }
        }
    }

    private void submit(List<String> chunk, int before) {
        running.add(executor.submit(() -> tag(chunk, before)));
    }

    private List<TaggedLine> tag(List<String> chunk, int before) {
        List<TaggedLine> lines = new ArrayList<>(chunk.size());
        for (int i = 0; i < chunk.size(); i++) {
            lines.add(tagger.tag(chunk.get(i), before + i + 1));
        }
        return lines;
    }

    /** Hands over the oldest chunks until no more than so many are running. */
    private void handOver(int left, Consumer<TaggedLine> done) {
        while (running.size() > left) {
            await(running.remove()).forEach(done);
        }
    }

    private static List<TaggedLine> await(Future<List<TaggedLine>> chunk) {
        try {
            return chunk.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while tagging", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("a tagging thread failed", e.getCause());
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
