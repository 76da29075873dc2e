package io.throughline.channels.bluesky;

import java.util.Optional;

/**
 * Timestamp identifiers, as the revisions and most record keys of Bluesky's repositories are: 13
 * characters of base 32, of which the upper 53 bits are microseconds since 1970 and the lower 10
 * the clock's number.
 *
 * @see <a href="https://atproto.com/specs/tid">the specification</a>
 */
final class Tid {

    private static final String DIGITS = "234567abcdefghijklmnopqrstuvwxyz";
    private static final int LENGTH = 13;
    private static final int BITS = 5;
    private static final int CLOCK_BITS = 10;

    /** The highest bit is always zero, so the first character is one of the lower half. */
    private static final int HIGHEST_FIRST = 15;

    private Tid() {}

    /** Its time in epoch milliseconds; empty when the text is no such identifier. */
    static Optional<Long> millis(String text) {
        if (text.length() != LENGTH || DIGITS.indexOf(text.charAt(0)) > HIGHEST_FIRST) {
            return Optional.empty();
        }
        long value = 0;
        for (int i = 0; i < LENGTH; i++) {
            int digit = DIGITS.indexOf(text.charAt(i));
            if (digit < 0) {
                return Optional.empty();
            }
            value = value << BITS | digit;
        }
        return Optional.of((value >> CLOCK_BITS) / 1000);
    }
}
