package io.throughline.fetch;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A channel that is asked page by page. All methods are called by one thread. */
public interface PollingChannel extends AutoCloseable {

    /**
     * The page that begins at a cursor. What is thrown is told as a failure of the channel, and the
     * same page is asked for again after a pause; say nothing secret in it.
     *
     * @param cursor as the page before left it; empty at first
     */
    Page fetch(Map<String, String> cursor, Budget budget) throws IOException, InterruptedException;

    @Override
    default void close() {}

    /**
     * One page.
     *
     * @param items in their order
     * @param cursor where the next page begins; it takes effect with the last item
     * @param more whether there is more to ask for at once
     */
    record Page(List<Item> items, Map<String, String> cursor, More more) {

        public Page {
            items = List.copyOf(items);
            cursor = Map.copyOf(cursor);
        }
    }

    /** Whether there is more to ask for at once. */
    enum More {
        YES,
        NOT_NOW
    }

    /**
     * What a page may cost.
     *
     * @param items at most
     * @param bytes of all payloads, roughly; a single item may be larger
     * @param time to be back in
     */
    record Budget(int items, long bytes, Duration time) {

        /** 500 items, 8 MiB, 30 s. */
        public static final Budget USUAL = new Budget(500, 8L << 20, Duration.ofSeconds(30));
    }
}
