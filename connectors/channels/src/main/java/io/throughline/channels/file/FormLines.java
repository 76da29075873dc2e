package io.throughline.channels.file;

/**
 * Whether bytes look like bodies of {@code application/x-www-form-urlencoded}, one a line: names
 * and values with {@code =} and {@code &} between them, and no character that must be encoded. No
 * JSON, CSV or event stream looks so.
 */
public final class FormLines {

    private FormLines() {}

    /** Whether a payload looks so. */
    public static boolean match(byte[] payload) {
        return match(payload, true);
    }

    /**
     * Whether the beginning of a payload looks so.
     *
     * @param whole whether it is all there is
     */
    static boolean match(byte[] beginning, boolean whole) {
        State state = State.BLANK;
        boolean pair = false;
        for (byte b : beginning) {
            state = state.after(b);
            if (state == State.NONE) {
                return false;
            }
            pair |= state == State.VALUE;
        }
        return pair && (state != State.NAME || !whole);
    }

    /** Where in a line a byte is. */
    private enum State {
        BLANK,
        NAME,
        VALUE,
        NONE;

        State after(byte b) {
            if (b == '\n') {
                return this == NAME ? NONE : BLANK;
            }
            if (b == '\r') {
                return this;
            }
            if ((b >= 0 && b <= ' ') || "\"<>{}\\^`|".indexOf(b) >= 0) {
                return NONE;
            }
            if (b == '=') {
                return this == BLANK ? NONE : VALUE;
            }
            if (b == '&') {
                return this == VALUE ? VALUE : NONE;
            }
            return this == BLANK ? NAME : this;
        }
    }
}
