package io.throughline.nlp;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the words of a cleaned text in what was said.
 *
 * <p>Cleaning changes lengths, but not the order of words: each is looked for after the one before.
 * Links are made blank first, for their letters are nobody's words. A run that cleaning cut to
 * three letters is found in its full length.
 */
public final class Alignment {

    private static final Pattern LINK = Pattern.compile("(?i)\\b(?:https?://|www\\.)\\S++");
    private static final Pattern RUN = Pattern.compile("(.)\\1\\1", Pattern.DOTALL);

    /** How far after the word before a word is looked for; cleaning drops no more in one place. */
    private static final int REACH = 400;

    private static final int MAX_RUN = 1_000;

    private Alignment() {}

    /**
     * Start and end of each word in {@code raw}; null for a word that is not found.
     *
     * @param words in the order of the text
     */
    public static int[][] of(String raw, List<String> words) {
        String text = plain(raw);
        int[][] spans = new int[words.size()][];
        int from = 0;
        for (int i = 0; i < spans.length; i++) {
            spans[i] = span(text, words.get(i), from);
            from = spans[i] == null ? from : spans[i][1];
        }
        return spans;
    }

    private static int[] span(String text, String word, int from) {
        int reach = Math.min(text.length(), from + REACH + word.length());
        if (RUN.matcher(word).find()) {
            Matcher matcher = Pattern.compile(withRuns(word)).matcher(text).region(from, reach);
            return matcher.find() ? new int[] {matcher.start(), matcher.end()} : null;
        }
        int at = text.substring(from, reach).indexOf(word);
        return at < 0 ? null : new int[] {from + at, from + at + word.length()};
    }

    private static String withRuns(String word) {
        StringBuilder expression = new StringBuilder();
        for (int i = 0; i < word.length(); ) {
            String character = Character.toString(word.codePointAt(i));
            int next = i;
            while (word.startsWith(character, next)) {
                next += character.length();
            }
            int run = (next - i) / character.length();
            expression.append("(?:").append(Pattern.quote(character)).append(')');
            expression.append('{').append(run).append(',');
            expression.append(run < 3 ? Integer.toString(run) : Integer.toString(MAX_RUN));
            expression.append("}+");
            i = next;
        }
        return expression.toString();
    }

    /** Of the same length: links blank, typographic quotes plain. */
    private static String plain(String raw) {
        StringBuilder text = new StringBuilder(raw);
        Matcher links = LINK.matcher(raw);
        while (links.find()) {
            text.replace(links.start(), links.end(), " ".repeat(links.end() - links.start()));
        }
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '’', '‘', '´', '`', 'ʼ' -> text.setCharAt(i, '\'');
                case '“', '”', '«', '»' -> text.setCharAt(i, '"');
                default -> {}
            }
        }
        return text.toString();
    }
}
