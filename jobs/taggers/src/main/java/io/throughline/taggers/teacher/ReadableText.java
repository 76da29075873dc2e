package io.throughline.taggers.teacher;

import io.throughline.taggers.text.PlainText;

/**
 * Makes what people write on the web readable for an encoder that learnt from edited text: links
 * and the names a post is addressed to dropped, hashtags cut into words, emoji and emoticons said
 * in words, runs of a character shortened.
 *
 * <p>One pass, every step of which moves forward: a hostile text costs no more than an honest one.
 */
final class ReadableText {

    /** Characters (UTF-16 units) of one utterance that are looked at. */
    static final int MAX_CHARS = 4_000;

    private static final int MAX_RUN = 2;
    private static final int MAX_MARKS = 3;

    private final String text;
    private final Pictures pictures = Pictures.shipped();
    private final StringBuilder readable;
    private String said = "";
    private int saidEnd = -1;

    private ReadableText(String text) {
        this.text = text;
        this.readable = new StringBuilder(text.length() + 16);
    }

    /** The readable text; empty when nothing is left. */
    static String of(String raw) {
        return new ReadableText(PlainText.of(raw, MAX_CHARS).toString()).read();
    }

    private String read() {
        for (int i = 0; i < text.length(); ) {
            i = next(i);
        }
        int end = readable.length();
        while (end > 0 && readable.charAt(end - 1) == ' ') {
            end--;
        }
        return readable.substring(0, end);
    }

    /** Reads what stands at {@code i} and says where the rest begins. */
    private int next(int i) {
        char c = text.charAt(i);
        if (c == ' ' || c == '\n') {
            space();
            return i + 1;
        }
        boolean begins = i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1));
        if (begins && isLink(i)) {
            space();
            return blank(i);
        }
        if (readable.isEmpty() && isAddressee(i)) {
            return addresseeEnd(i);
        }
        if (c == '#' && i + 1 < text.length() && Character.isLetter(text.charAt(i + 1))) {
            return hashtag(i + 1);
        }
        int emoticon = pictures.emoticonEnd(text, i);
        if (emoticon > i) {
            say(pictures.emoticon(text, i, emoticon));
            return emoticon;
        }
        return c < 0x2000 ? plain(i, c) : emoji(i);
    }

    private boolean isLink(int i) {
        return text.startsWith("http://", i)
                || text.startsWith("https://", i)
                || text.startsWith("www.", i);
    }

    private int blank(int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) != ' ' && text.charAt(i) != '\n') {
            i++;
        }
        return i;
    }

    /** A name at the very beginning, or the mark of a forwarded post before one. */
    private boolean isAddressee(int i) {
        return text.startsWith("RT @", i)
                || (text.charAt(i) == '@' && i + 1 < text.length() && isName(text.charAt(i + 1)));
    }

    private int addresseeEnd(int from) {
        int i = text.charAt(from) == '@' ? from + 1 : from + 4;
        while (i < text.length() && isName(text.charAt(i))) {
            i++;
        }
        return i < text.length() && (text.charAt(i) == ':' || text.charAt(i) == ',') ? i + 1 : i;
    }

    private static boolean isName(char c) {
        return c == '_' || (c < 0x80 && Character.isLetterOrDigit(c));
    }

    /** The words of a tag: cut at humps, bars and digits. */
    private int hashtag(int from) {
        space();
        int i = from;
        while (i < text.length() && isTag(text.charAt(i))) {
            char c = text.charAt(i);
            if (c == '_') {
                space();
            } else {
                if (i > from && isCut(i)) {
                    space();
                }
                readable.append(c);
            }
            i++;
        }
        return i;
    }

    private static boolean isTag(char c) {
        return c == '_' || Character.isLetterOrDigit(c);
    }

    private boolean isCut(int i) {
        char before = text.charAt(i - 1);
        char here = text.charAt(i);
        if (Character.isDigit(here) != Character.isDigit(before)) {
            return true;
        }
        boolean hump = Character.isUpperCase(here) && Character.isLowerCase(before);
        boolean lastOfCapitals =
                Character.isUpperCase(here)
                        && Character.isUpperCase(before)
                        && i + 1 < text.length()
                        && Character.isLowerCase(text.charAt(i + 1));
        return hump || lastOfCapitals;
    }

    private int emoji(int i) {
        int codePoint = text.codePointAt(i);
        String word = pictures.emoji(codePoint);
        if (word == null) {
            readable.appendCodePoint(codePoint);
        } else {
            say(word);
        }
        return i + Character.charCount(codePoint);
    }

    /** Adds the word, once however often the picture is repeated. */
    private void say(String word) {
        boolean repeated = readable.length() == saidEnd && word.equals(said);
        if (!repeated) {
            space();
            readable.append(word).append(' ');
            said = word;
            saidEnd = readable.length();
        }
    }

    private int plain(int i, char c) {
        int end = i + 1;
        while (end < text.length() && text.charAt(end) == c) {
            end++;
        }
        int most = Character.isLetter(c) ? MAX_RUN : Character.isDigit(c) ? end - i : MAX_MARKS;
        for (int n = Math.min(most, end - i); n > 0; n--) {
            readable.append(c);
        }
        return end;
    }

    private void space() {
        int length = readable.length();
        if (length > 0 && readable.charAt(length - 1) != ' ') {
            readable.append(' ');
        }
    }
}
