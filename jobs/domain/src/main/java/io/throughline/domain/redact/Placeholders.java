package io.throughline.domain.redact;

import java.util.Arrays;

/**
 * Finds what redaction left in a text, such as {@code [EMAIL_ADDRESS]}: nobody said it, so nobody
 * should read it. Names have a bar, as Presidio's do; what customers put in brackets, such as
 * {@code [URGENT]}, has none and stays.
 *
 * <p>No regular expressions, because every feedback goes through it.
 */
public final class Placeholders {

    private Placeholders() {}

    /**
     * The text with as many spaces instead of each placeholder, so that all else stays where it is.
     * Within a link they are hyphens: it stays one link.
     */
    public static String blanked(String text) {
        if (text.indexOf('[') < 0) {
            return text;
        }
        char[] blanked = null;
        boolean link = false;
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (Character.isWhitespace(character)) {
                link = false;
            } else if (character == ':' || character == 'w') {
                link |= text.startsWith("://", at) || text.startsWith("www.", at);
            }
            int end = character == '[' ? end(text, at) : at;
            if (end > at) {
                blanked = blanked == null ? text.toCharArray() : blanked;
                Arrays.fill(blanked, at, end, link ? '-' : ' ');
                at = end - 1;
            }
        }
        return blanked == null ? text : new String(blanked);
    }

    /** One past the placeholder that begins at that bracket; the bracket itself if none does. */
    public static int end(String text, int open) {
        boolean bar = false;
        int at = open + 1;
        while (at < text.length() && isOfName(text.charAt(at))) {
            bar |= text.charAt(at) == '_';
            at++;
        }
        return bar && at < text.length() && text.charAt(at) == ']' ? at + 1 : open;
    }

    private static boolean isOfName(char character) {
        return character >= 'A' && character <= 'Z' || character == '_';
    }
}
