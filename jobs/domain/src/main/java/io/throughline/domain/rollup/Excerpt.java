package io.throughline.domain.rollup;

import java.time.Instant;
import java.util.Objects;

/**
 * The redacted words behind a contribution, as far as an alert shows them.
 *
 * @param text at most {@link #MOST_CHARACTERS} characters
 * @param url link to the original; null when there is none
 */
public record Excerpt(Instant occurredAt, String text, String url) {

    /** Longest text, in characters. */
    public static final int MOST_CHARACTERS = 400;

    public Excerpt {
        Objects.requireNonNull(occurredAt, "occurredAt");
        Objects.requireNonNull(text, "text");
    }

    /** The text as it is, or its beginning with an ellipsis. */
    public static String shorten(String text) {
        if (text.length() <= MOST_CHARACTERS) {
            return text;
        }
        int end = MOST_CHARACTERS - 1;
        if (Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end) + "…";
    }
}
