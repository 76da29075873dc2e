package io.throughline.domain.language;

import io.throughline.domain.redact.Placeholders;
import java.util.regex.Pattern;

/**
 * The words of a text: no links, addresses, {@code @names}, placeholders, digits or signs, which
 * are written alike in every language. A hashtag keeps its word. Cut to what is enough to tell a
 * language, so that the time does not grow with the text.
 */
final class Words {

    private static final int READ_CHARS = 2_000;
    private static final int KEPT_CHARS = 400;

    /** Possessive throughout: nothing here goes back over what it has read. */
    private static final Pattern NO_WORDS =
            Pattern.compile("https?://\\S++|www\\.\\S++|[\\w.+-]{1,64}+@[\\w.-]++|@\\w++");

    private Words() {}

    static String of(String text) {
        String read = text.length() > READ_CHARS ? text.substring(0, READ_CHARS) : text;
        String worded = NO_WORDS.matcher(Placeholders.blanked(read)).replaceAll(" ");
        StringBuilder words = new StringBuilder(Math.min(worded.length(), KEPT_CHARS + 2));
        for (int at = 0; at < worded.length() && words.length() < KEPT_CHARS; ) {
            int code = worded.codePointAt(at);
            at += Character.charCount(code);
            if (isOfWord(code)) {
                words.appendCodePoint(code == '’' ? '\'' : code);
            } else if (words.length() > 0 && words.charAt(words.length() - 1) != ' ') {
                words.append(' ');
            }
        }
        return words.toString();
    }

    private static boolean isOfWord(int code) {
        int type = Character.getType(code);
        return Character.isLetter(code)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || code == '\''
                || code == '’';
    }
}
