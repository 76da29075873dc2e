package io.throughline.fetch.stream;

/** Something that came over a connection. */
sealed interface Part {

    /** The connection it came over. */
    Link link();

    /** The connection is open. */
    record Opened(Link link) implements Part {}

    /** Some bytes, not aligned with messages. */
    @SuppressWarnings("ArrayRecordComponent") // bytes are read and never compared
    record Bytes(Link link, byte[] bytes) implements Part {}

    /** A whole message. */
    record Whole(Link link, Message message) implements Part {}

    /** A sign of life that says nothing. */
    record Alive(Link link) implements Part {}

    /**
     * The end of the connection.
     *
     * @param cause null when the server ended it as one should
     * @param status of the answer that refused to open it; 0 when there was none
     */
    record Ended(Link link, String cause, int status) implements Part {}
}
