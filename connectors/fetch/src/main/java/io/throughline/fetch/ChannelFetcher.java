package io.throughline.fetch;

/**
 * Fetches one channel instance, from the cursor it was opened with onwards.
 *
 * <p>A cursor is a small map from text to text whose keys belong to the fetcher. The fetcher runs
 * ahead of what is emitted; what it handed over and was not emitted before a failure is fetched
 * again by a new fetcher opened with the cursor of the last checkpoint. All methods but {@link
 * #wakeUp} are called by one thread.
 */
public interface ChannelFetcher extends AutoCloseable {

    /**
     * The next batch, which may be empty. Waits for input and output, but never merely for time to
     * pass: it asks for a pause instead. What goes wrong outside (a server down, a limit reached, a
     * connection lost) is retried with pauses and never thrown.
     *
     * @throws InterruptedException when the thread is interrupted while it waits
     */
    Batch fetch() throws InterruptedException;

    /** Makes a {@link #fetch} under way return soon; called from another thread. */
    void wakeUp();

    /** Lets go of connections and files. */
    @Override
    void close();
}
