package io.throughline.nlp;

import java.util.regex.Pattern;

/**
 * Makes what people write on the web readable for a tokenizer: entities decoded, links and the
 * names a post is addressed to dropped, the words of hashtags kept, typographic quotes made plain.
 *
 * <p>Hostile text must not cost more than a long honest one, so {@link #MAX_CHARS} of a turn are
 * judged at most, runs of one character are cut to three, and a word is cut at {@link
 * #MAX_WORD_CHARS}. Half surrogate pairs and control characters become spaces.
 */
public final class CleanText {

    /** Characters (UTF-16 units) of one turn that are judged; the rest is not looked at. */
    public static final int MAX_CHARS = 8_000;

    /** Longest word that is kept whole. */
    static final int MAX_WORD_CHARS = 50;

    private static final int MAX_RUN = 3;

    private static final Pattern LINK = Pattern.compile("(?i)\\b(?:https?://|www\\.)\\S++");
    private static final Pattern ADDRESSEES =
            Pattern.compile("^[\\s.]*+(?:RT\\s++)?(?:@\\w{1,30}+[:,]?+\\s*+)++");
    private static final Pattern MENTION = Pattern.compile("(?<![\\w@])@(?=\\w)");
    private static final Pattern HASHTAG = Pattern.compile("#(?=\\p{L})");
    private static final Pattern HUMP = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");

    private CleanText() {}

    /** The cleaned text; empty when nothing is left. */
    public static String of(String raw) {
        int end = Math.min(raw.length(), MAX_CHARS);
        String text = HtmlEntities.decode(plain(raw, end));
        text = LINK.matcher(text).replaceAll(" ");
        text = ADDRESSEES.matcher(text).replaceFirst("");
        text = MENTION.matcher(text).replaceAll("");
        if (text.indexOf('#') >= 0) {
            text = hashtagWords(text);
        }
        return text.strip();
    }

    private static String plain(String raw, int end) {
        StringBuilder plain = new StringBuilder(end);
        int previous = -1;
        int run = 0;
        int word = 0;
        for (int i = 0; i < end; ) {
            int codePoint = ordinary(raw.codePointAt(i));
            i += Character.charCount(raw.codePointAt(i));
            run = codePoint == previous ? run + 1 : 1;
            previous = codePoint;
            word = codePoint == ' ' || codePoint == '\n' ? 0 : word + 1;
            if (run > (codePoint == ' ' ? 1 : MAX_RUN)) {
                continue;
            }
            if (word > MAX_WORD_CHARS) {
                plain.append(' ');
                word = 1;
            }
            plain.appendCodePoint(codePoint);
        }
        return plain.toString();
    }

    private static int ordinary(int codePoint) {
        return switch (codePoint) {
            case '\n' -> '\n';
            case '’', '‘', '´', '`', 'ʼ' -> '\'';
            case '“', '”', '«', '»' -> '"';
            case '…' -> '.';
            case '\uFE0F', '\u200D', '\u200B', '\uFEFF' -> ' ';
            default ->
                    Character.isISOControl(codePoint)
                                    || Character.getType(codePoint) == Character.SURROGATE
                                    || Character.isWhitespace(codePoint)
                                    || Character.isSpaceChar(codePoint)
                            ? ' '
                            : codePoint;
        };
    }

    private static String hashtagWords(String text) {
        StringBuilder words = new StringBuilder(text.length() + 16);
        for (String word : text.split("(?<= )|(?<=\n)", -1)) {
            if (word.startsWith("#")) {
                words.append(HUMP.matcher(HASHTAG.matcher(word).replaceAll(" ")).replaceAll(" "));
            } else {
                words.append(HASHTAG.matcher(word).replaceAll(" "));
            }
        }
        return words.toString();
    }
}
