package io.throughline.domain.terms;

import io.throughline.domain.redact.Placeholders;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The words and pairs of words of a text, each once. A pair is two words side by side with neither
 * a stop word nor punctuation between them ("customer service"), or a negation and its word ("not
 * working"). Scripts without spaces give pairs of characters. Links, mentions, digits and what
 * redaction left ({@code [PHONE_NUMBER]}) give nothing.
 *
 * <p>Every part is bounded, because what a text gives is kept so that it can be taken back. One
 * pass without regular expressions, because every feedback goes through it.
 */
public final class Terms {

    /** Most terms of one text; later ones are left out. */
    public static final int MOST = 40;

    private static final int MOST_CHARACTERS = 2_000;
    private static final int LEAST_LETTERS = 2;
    private static final int MOST_LETTERS = 30;
    private static final int MOST_ENTITY = 10;
    private static final List<String> LINKS = List.of("http://", "https://", "www.");

    private final String text;
    private final StopWords stop;
    private final Set<String> terms = new LinkedHashSet<>();

    /** What the next word pairs with; null after punctuation and stop words. */
    private String before;

    private int at;

    private Terms(String text, StopWords stop) {
        this.text = text;
        this.stop = stop;
    }

    /**
     * The terms in the order of the text, at most {@link #MOST}; none of null.
     *
     * @param language BCP 47 primary tag; null when unknown, which is read as English
     */
    public static List<String> of(String text, String language) {
        if (text == null) {
            return List.of();
        }
        String start = text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) : text;
        String normal =
                Normalizer.isNormalized(start, Normalizer.Form.NFKC)
                        ? start
                        : Normalizer.normalize(start, Normalizer.Form.NFKC);
        Terms reader = new Terms(normal, StopWords.of(language));
        reader.read();
        return reader.terms.stream().limit(MOST).toList();
    }

    private void read() {
        while (at < text.length() && terms.size() < MOST) {
            int character = text.codePointAt(at);
            if (isPart(character)) {
                if (isLink()) {
                    skipToSpace();
                } else {
                    readWord();
                }
            } else {
                readOther(character);
            }
        }
    }

    private void readOther(int character) {
        if (Character.isWhitespace(character)) {
            at++;
            return;
        }
        if (character == '@') {
            skipToSpace();
        } else if (character == '[') {
            skipPlaceholder();
        } else if (character == '&') {
            skipEntity();
        } else {
            if (character != '-' && character != '#') {
                before = null;
            }
            at += Character.charCount(character);
        }
    }

    private void readWord() {
        StringBuilder word = new StringBuilder();
        int first = text.codePointAt(at);
        while (at < text.length()) {
            int character = text.codePointAt(at);
            if (isPart(character)) {
                word.appendCodePoint(character);
            } else if (!isApostropheWithin(character)) {
                break;
            }
            at += Character.charCount(character);
        }
        if (isUnspaced(first)) {
            addCharacters(word);
        } else if (Character.isLetter(first)) {
            add(word.toString().toLowerCase(Locale.ROOT));
        } else {
            before = null;
        }
    }

    private void add(String word) {
        String negation = stop.negation(word);
        if (negation != null) {
            before = negation;
            return;
        }
        if (stop.contains(word) || word.length() < LEAST_LETTERS || word.length() > MOST_LETTERS) {
            before = null;
            return;
        }
        terms.add(word);
        if (before != null && !before.equals(word)) {
            terms.add(before + " " + word);
        }
        before = word;
    }

    private void addCharacters(StringBuilder run) {
        int[] characters = run.codePoints().toArray();
        for (int i = 0; i + 1 < characters.length && terms.size() < MOST; i++) {
            terms.add(new String(characters, i, 2));
        }
        before = null;
    }

    private boolean isLink() {
        return LINKS.stream()
                .anyMatch(link -> text.regionMatches(true, at, link, 0, link.length()));
    }

    private void skipToSpace() {
        while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        before = null;
    }

    /** Past {@code [PHONE_NUMBER]}, or past the bracket alone. */
    private void skipPlaceholder() {
        at = Math.max(at + 1, Placeholders.end(text, at));
        before = null;
    }

    /** Past {@code &amp;}, or past the character alone. */
    private void skipEntity() {
        int end = text.indexOf(';', at);
        boolean isEntity =
                end > at + 1
                        && end <= at + MOST_ENTITY
                        && text.substring(at + 1, end).chars().allMatch(Character::isLetterOrDigit);
        at = isEntity ? end + 1 : at + 1;
        before = null;
    }

    private boolean isApostropheWithin(int character) {
        return (character == '\'' || character == '\u2019')
                && at + 1 < text.length()
                && isPart(text.codePointAt(at + 1));
    }

    private static boolean isPart(int character) {
        if (Character.isLetter(character)) {
            return true;
        }
        int type = Character.getType(character);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    private static boolean isUnspaced(int character) {
        if (character < 0x0E00) {
            return false;
        }
        return switch (Character.UnicodeScript.of(character)) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
            default -> false;
        };
    }
}
