package io.throughline.fetch.stream;

/**
 * A connection over which parts come. The next part is asked for only when the one before was
 * taken, so a reader that stands still makes the server stand still.
 */
interface Link {

    /** Asks for the next part. */
    void more();

    /**
     * Shows the server, and learns from it, that the connection is alive, where that is possible.
     */
    void ping();

    void close();
}
