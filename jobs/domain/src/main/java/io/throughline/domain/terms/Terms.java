package io.throughline.domain.terms;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words and pairs of words of a text, each once. A pair is two words side by side with neither
 * a stop word nor punctuation between them ("customer service"), or a negation and its word ("not
 * working"). Scripts without spaces give pairs of characters. Links, mentions, digits and what
 * redaction left ({@code [PHONE_NUMBER]}) give nothing.
 *
 * <p>Every part is bounded, because what a text gives is kept so that it can be taken back.
 */
public final class Terms {

    /** Most terms of one text; later ones are left out. */
    public static final int MOST = 40;

    private static final int MOST_CHARACTERS = 2_000;
    private static final int LEAST_LETTERS = 2;
    private static final int MOST_LETTERS = 30;

    private static final Pattern ADDRESSED =
            Pattern.compile("https?://\\S+|www\\.\\S+|@\\S+|&\\w{1,8};|\\[[A-Z][A-Z_]+]");

    /** A word with its apostrophes, or what ends a clause. */
    private static final Pattern PART =
            Pattern.compile("[\\p{L}\\p{M}]+(?:['\u2019][\\p{L}\\p{M}]+)*|[^\\p{L}\\p{M}\\s]+");

    private Terms() {}

    /**
     * The terms in the order of the text, at most {@link #MOST}; none of null.
     *
     * @param language BCP 47 primary tag; null when unknown, which is read as English
     */
    public static List<String> of(String text, String language) {
        if (text == null) {
            return List.of();
        }
        StopWords stop = StopWords.of(language);
        Set<String> terms = new LinkedHashSet<>();
        String before = null;
        Matcher parts = PART.matcher(plain(text));
        while (parts.find() && terms.size() < MOST) {
            String word = parts.group().replaceAll("['\u2019]", "");
            if (word.isEmpty() || !Character.isLetter(word.codePointAt(0))) {
                before = hyphen(parts.group()) ? before : null;
            } else if (unspaced(word)) {
                addCharacters(terms, word);
                before = null;
            } else {
                before = add(terms, before, word, stop);
            }
        }
        return List.copyOf(new ArrayList<>(terms).subList(0, Math.min(MOST, terms.size())));
    }

    private static String plain(String text) {
        String start = text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) : text;
        String normal = Normalizer.normalize(start, Normalizer.Form.NFKC);
        return ADDRESSED.matcher(normal).replaceAll(" . ").toLowerCase(Locale.ROOT);
    }

    /** Adds a word and its pair with the word before; answers what the next one pairs with. */
    private static String add(Set<String> terms, String before, String word, StopWords stop) {
        String negation = stop.negation(word);
        if (negation != null) {
            return negation;
        }
        if (stop.contains(word) || word.length() < LEAST_LETTERS || word.length() > MOST_LETTERS) {
            return null;
        }
        terms.add(word);
        if (before != null && !before.equals(word)) {
            terms.add(before + " " + word);
        }
        return word;
    }

    private static boolean hyphen(String punctuation) {
        return punctuation.equals("-") || punctuation.equals("#");
    }

    private static boolean unspaced(String word) {
        Character.UnicodeScript script = Character.UnicodeScript.of(word.codePointAt(0));
        return switch (script) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
            default -> false;
        };
    }

    private static void addCharacters(Set<String> terms, String run) {
        int[] characters = run.codePoints().toArray();
        for (int i = 0; i + 1 < characters.length && terms.size() < MOST; i++) {
            terms.add(new String(characters, i, 2));
        }
    }
}
