package io.throughline.taggers.teacher;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Emoticons and emoji with the word that says the same: our own table, {@code pictures.txt}.
 *
 * <p>The encoders' vocabulary has hardly any emoji, and of an emoticon they read three marks of
 * punctuation, so that what often carries all the feeling of a message would be lost on them.
 */
final class Pictures {

    private static final Pictures SHIPPED = read();
    private static final int LONGEST_EMOTICON = 4;

    private final Map<String, String> words;

    private Pictures(Map<String, String> words) {
        this.words = words;
    }

    static Pictures shipped() {
        return SHIPPED;
    }

    /** What an emoji says; null when the table has it not. */
    String emoji(int codePoint) {
        return words.get(Character.toString(codePoint));
    }

    /**
     * End of the emoticon that begins at {@code start} and stands alone; {@code start} without one.
     */
    int emoticonEnd(String text, int start) {
        if (!mayBegin(text.charAt(start))) {
            return start;
        }
        char before = start > 0 ? text.charAt(start - 1) : ' ';
        int last = Math.min(text.length(), start + LONGEST_EMOTICON);
        for (int end = last; end > start + 1; end--) {
            boolean alone =
                    Character.isLetterOrDigit(text.charAt(end - 1))
                            ? isApart(before) && (end == text.length() || isApart(text.charAt(end)))
                            : isApart(before)
                                    || (isEyes(text.charAt(start)) && !Character.isDigit(before));
            if (alone && words.containsKey(text.substring(start, end))) {
                return end;
            }
        }
        return start;
    }

    /** What the emoticon in the span says. */
    String emoticon(String text, int start, int end) {
        return words.get(text.substring(start, end));
    }

    private static boolean isApart(char c) {
        return !Character.isLetterOrDigit(c);
    }

    private static boolean isEyes(char c) {
        return c == ':' || c == ';';
    }

    private static boolean mayBegin(char c) {
        return switch (c) {
            case ':', ';', '=', '<', '>', '(', ')', '^', '-', 'x', 'X', 'D' -> true;
            default -> false;
        };
    }

    private static Pictures read() {
        try (InputStream in = Pictures.class.getResourceAsStream("pictures.txt")) {
            Map<String, String> words = new HashMap<>();
            String table = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (String line : table.split("\n")) {
                int colon = line.indexOf(": ");
                if (line.startsWith("#") || colon < 0) {
                    continue;
                }
                for (String picture : line.substring(colon + 2).strip().split(" +")) {
                    words.put(picture, line.substring(0, colon));
                }
            }
            return new Pictures(words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
