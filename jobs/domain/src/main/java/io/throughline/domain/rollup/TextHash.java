package io.throughline.domain.rollup;

import io.throughline.model.Hashes;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Tells copies of a text: what differs only in case, links, mentions, digits or punctuation has the
 * same hash. Short texts have none, since many people say "still waiting" of their own accord.
 */
public final class TextHash {

    private static final int LEAST_WORDS = 6;
    private static final Pattern ADDRESSED =
            Pattern.compile("https?://\\S+|[@#]\\S+|\\brt\\b|<[A-Z_]+>", Pattern.CASE_INSENSITIVE);
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");

    private TextHash() {}

    /** Of the words; 0 for null and for texts of fewer than six words. */
    public static long of(String text) {
        if (text == null) {
            return 0;
        }
        String plain = plain(text);
        if (plain.chars().filter(character -> character == ' ').count() < LEAST_WORDS - 1) {
            return 0;
        }
        return Hashes.of64(plain);
    }

    /** What copies have in common, however short: the words alone, in lower case. */
    public static String plain(String text) {
        return NO_LETTERS
                .matcher(
                        ADDRESSED
                                .matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                                .replaceAll(" "))
                .replaceAll(" ")
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
