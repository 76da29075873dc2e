package io.throughline.taggers.text;

import java.util.Map;

/** The HTML entities that feeds leave in plain text, such as {@code &amp;} in tweets. */
final class Entities {

    /** Longest entity, from the ampersand to the semicolon. */
    static final int LONGEST = 9;

    private static final Map<String, Integer> NAMED =
            Map.ofEntries(
                    Map.entry("amp", (int) '&'),
                    Map.entry("lt", (int) '<'),
                    Map.entry("gt", (int) '>'),
                    Map.entry("quot", (int) '"'),
                    Map.entry("apos", (int) '\''),
                    Map.entry("nbsp", (int) ' '),
                    Map.entry("rsquo", (int) '\''),
                    Map.entry("lsquo", (int) '\''),
                    Map.entry("rdquo", (int) '"'),
                    Map.entry("ldquo", (int) '"'),
                    Map.entry("hellip", (int) '…'),
                    Map.entry("ndash", (int) '-'),
                    Map.entry("mdash", (int) '-'),
                    Map.entry("pound", (int) '£'),
                    Map.entry("euro", (int) '€'));

    private Entities() {}

    /** Index of the semicolon of an entity that begins at {@code ampersand}, -1 without one. */
    static int end(String text, int ampersand) {
        int last = Math.min(text.length(), ampersand + LONGEST);
        for (int i = ampersand + 1; i < last; i++) {
            char c = text.charAt(i);
            if (c == ';') {
                return i > ampersand + 1 ? i : -1;
            }
            if (!Character.isLetterOrDigit(c) && c != '#') {
                return -1;
            }
        }
        return -1;
    }

    /** The code point an entity's name stands for, -1 when it is no entity. */
    static int codePoint(String name) {
        if (name.charAt(0) != '#') {
            return NAMED.getOrDefault(name, -1);
        }
        boolean hexadecimal = name.length() > 1 && (name.charAt(1) | ' ') == 'x';
        int number = 0;
        for (int i = hexadecimal ? 2 : 1; i < name.length(); i++) {
            int digit = Character.digit(name.charAt(i), hexadecimal ? 16 : 10);
            if (digit < 0) {
                return -1;
            }
            number = number * (hexadecimal ? 16 : 10) + digit;
        }
        return Character.isValidCodePoint(number) && number > 0 ? number : -1;
    }
}
