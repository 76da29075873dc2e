package io.throughline.contestants.vader;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A text as VADER sees it: what stands between white space, without the punctuation around it
 * unless that leaves two characters or less, for then it may be an emoticon.
 *
 * @param words as written
 * @param lower the same in lower case
 * @param someShout whether some words, and not all, are in capitals
 * @param exclamations number of exclamation marks
 * @param questions number of question marks
 */
record VaderText(
        List<String> words,
        List<String> lower,
        boolean someShout,
        int exclamations,
        int questions) {

    private static final Pattern SPACE = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern AROUND = Pattern.compile("^\\p{Punct}+|\\p{Punct}+$");
    private static final int EMOTICON = 2;

    static VaderText of(String text) {
        List<String> words =
                SPACE.splitAsStream(text.strip())
                        .filter(word -> !word.isEmpty())
                        .map(VaderText::bare)
                        .toList();
        long shouted = words.stream().filter(VaderText::isShouted).count();
        return new VaderText(
                words,
                words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList(),
                shouted > 0 && shouted < words.size(),
                count(text, '!'),
                count(text, '?'));
    }

    /** The word in lower case; empty before the first and after the last. */
    String at(int index) {
        return index < 0 || index >= lower.size() ? "" : lower.get(index);
    }

    /** Whether the word is in capitals and the text as a whole is not. */
    boolean standsOut(int index) {
        return someShout && isShouted(words.get(index));
    }

    private static String bare(String word) {
        String bare = AROUND.matcher(word).replaceAll("");
        return bare.length() <= EMOTICON ? word : bare;
    }

    private static boolean isShouted(String word) {
        return word.equals(word.toUpperCase(Locale.ROOT))
                && !word.equals(word.toLowerCase(Locale.ROOT));
    }

    private static int count(String text, char wanted) {
        return (int) text.chars().filter(character -> character == wanted).count();
    }
}
