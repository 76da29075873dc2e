package io.throughline.taggers.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.TreeMap;

/**
 * Words, emoticons and emoji with what they usually tell ({@code lexicon.txt}), and the words that
 * steer a sentence ({@code steering.txt}): our own lists.
 *
 * <p>A model learns what a category is worth; the lists let it apply that to a word it has never
 * seen in training, which is most of what a new customer's words are. Looked up by hash, so that no
 * string is made of a word: inflections are entries of their own.
 */
final class Lexicon {

    static final int STRONG_POSITIVE = 1;
    static final int POSITIVE = 2;
    static final int STRONG_NEGATIVE = 3;
    static final int NEGATIVE = 4;
    static final int TROUBLE = 5;
    static final int INTENSIFIER = 6;
    static final int HEDGE = 7;
    static final int SMILE = 8;
    static final int FROWN = 9;

    /** Bits of an entry that hold its category. */
    static final int CATEGORY = 0xF;

    static final int NEGATION = 1 << 4;
    static final int CONTRAST = 1 << 5;
    static final int CONCESSION = 1 << 6;
    static final int UNREAL = 1 << 7;
    static final int COMPARISON = 1 << 8;
    static final int COMPARABLE = 1 << 9;
    static final int SCOPE_END = 1 << 10;
    static final int EMOTICON = 1 << 11;
    static final int INFLECTED = 1 << 12;

    private static final String[] CATEGORIES = {
        "strong-positive",
        "positive",
        "strong-negative",
        "negative",
        "trouble",
        "intensifier",
        "hedge",
        "smile",
        "frown"
    };
    private static final String[] STEERING = {
        "negation", "contrast", "concession", "unreal", "comparison", "comparable", "scope-end"
    };
    private static final String[] ENDINGS = {"s", "es", "d", "ed", "ing", "ly"};
    private static final int CAPACITY = 1 << 15;

    private static final Lexicon SHIPPED = new Lexicon();

    private final long[] keys = new long[CAPACITY];
    private final short[] values = new short[CAPACITY];

    private Lexicon() {
        TreeMap<String, Integer> entries = new TreeMap<>();
        read("lexicon.txt", CATEGORIES, entries, 1, 1);
        TreeMap<String, Integer> inflected = new TreeMap<>(entries);
        entries.forEach((word, value) -> inflect(word, value, inflected));
        TreeMap<String, Integer> steering = new TreeMap<>();
        read("steering.txt", STEERING, steering, NEGATION, 2);
        steering.forEach((word, value) -> inflected.merge(word, value, (a, b) -> a | b));
        inflected.forEach((word, value) -> put(Hashing.of(word), value.shortValue()));
    }

    static Lexicon shipped() {
        return SHIPPED;
    }

    /** What is known of the word, emoticon or emoji of that hash; 0 when nothing is. */
    int entry(long hash) {
        int at = (int) hash & (CAPACITY - 1);
        while (values[at] != 0) {
            if (keys[at] == hash) {
                return values[at];
            }
            at = (at + 1) & (CAPACITY - 1);
        }
        return 0;
    }

    private void put(long hash, short value) {
        int at = (int) hash & (CAPACITY - 1);
        while (values[at] != 0 && keys[at] != hash) {
            at = (at + 1) & (CAPACITY - 1);
        }
        keys[at] = hash;
        values[at] = value;
    }

    private static void inflect(String word, int value, TreeMap<String, Integer> entries) {
        if (word.length() < 3 || !Character.isLetter(word.charAt(word.length() - 1))) {
            return;
        }
        for (String ending : ENDINGS) {
            entries.putIfAbsent(word + ending, value | INFLECTED);
        }
    }

    /** A line is a category, a colon and words; the first line that has a word counts. */
    private static void read(
            String name,
            String[] categories,
            TreeMap<String, Integer> entries,
            int first,
            int factor) {
        try (InputStream in = Lexicon.class.getResourceAsStream(name);
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int colon = line.indexOf(": ");
                if (colon > 0 && !line.startsWith("#")) {
                    String category = line.substring(0, colon);
                    for (String word : line.substring(colon + 2).trim().split(" +")) {
                        int value = value(name, category, categories, first, factor);
                        boolean isWord = Character.isLetter(word.codePointAt(0));
                        int shape = isWord || factor > 1 ? 0 : EMOTICON;
                        String key = isWord ? word.toLowerCase(Locale.ROOT) : word;
                        if (factor > 1) {
                            entries.merge(key, value, (a, b) -> a | b);
                        } else {
                            entries.putIfAbsent(key, value | shape);
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }

    private static int value(
            String name, String category, String[] categories, int first, int factor) {
        int value = first;
        for (String known : categories) {
            if (known.equals(category)) {
                return value;
            }
            value = factor > 1 ? value * factor : value + 1;
        }
        throw new IllegalStateException(name + " has an unknown category '" + category + "'");
    }
}
