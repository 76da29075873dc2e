package io.throughline.fetch;

/**
 * A fetcher written in Java that channels name with {@code fetcher: NAME}. Found by {@link
 * java.util.ServiceLoader}: a jar on the class path that lists its class in {@code
 * META-INF/services/io.throughline.fetch.FetcherProvider} adds one. Most return {@link
 * FetcherContext#polling} or {@link FetcherContext#streaming}, which leave retrying, pausing and
 * the cursor to what is there.
 */
public interface FetcherProvider {

    /** The name in a definition: lower-case letters, digits and hyphens; unique on a class path. */
    String name();

    /**
     * Finds out before a job starts what would make it fail, without asking any server.
     *
     * @throws IllegalArgumentException when an option is missing or cannot be used; the message
     *     holds no value
     */
    default void check(FetcherContext context) {}

    /** Opens the fetcher of one channel at its cursor. */
    ChannelFetcher open(FetcherContext context);
}
