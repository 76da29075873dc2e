package io.throughline.gateway;

/** A request is not taken; the status says why, and nothing else is told to the sender. */
final class Refusal extends Exception {

    private static final long serialVersionUID = 1L;

    static final int BAD_REQUEST = 400;
    static final int UNAUTHORIZED = 401;
    static final int TIMED_OUT = 408;
    static final int TOO_LARGE = 413;
    static final int UNSUPPORTED_ENCODING = 415;
    static final int TOO_MANY = 429;
    static final int UNAVAILABLE = 503;

    private final int status;

    Refusal(int status) {
        super("refused with " + status, null, false, false);
        this.status = status;
    }

    int status() {
        return status;
    }
}
