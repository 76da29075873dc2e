package io.throughline.fetch.http;

/**
 * A server that does not answer, or refuses us, in a bounded run: ending as if all had been read
 * would be silent loss. Marked so that Flink does not restart the job over it.
 */
public final class ChannelUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param message without secrets
     */
    public ChannelUnavailableException(String message) {
        super(message);
    }
}
