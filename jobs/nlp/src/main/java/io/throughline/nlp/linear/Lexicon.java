package io.throughline.nlp.linear;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Words, emoticons and emoji with what they usually tell: our own list, that of jobs/taggers.
 *
 * <p>The classifier learns what a category is worth; the list lets it apply that to a word it has
 * never seen in training, which is most of what a new customer's words are.
 */
final class Lexicon {

    private static final String LIST = "/io/throughline/taggers/text/lexicon.txt";

    private static final Lexicon SHIPPED = load();

    private static final String[] ENDINGS = {"s", "es", "d", "ed", "ing", "ly"};

    private final Map<String, String> categories = new HashMap<>();

    private Lexicon() {}

    static Lexicon shipped() {
        return SHIPPED;
    }

    /** Category of a lower-case word or of an emoji, null when it has none. */
    String category(String word) {
        String category = categories.get(word);
        for (int i = 0; category == null && i < ENDINGS.length; i++) {
            String ending = ENDINGS[i];
            if (word.length() > ending.length() + 2 && word.endsWith(ending)) {
                category = categories.get(word.substring(0, word.length() - ending.length()));
            }
        }
        return category;
    }

    private static Lexicon load() {
        Lexicon lexicon = new Lexicon();
        try (InputStream in = Lexicon.class.getResourceAsStream(LIST);
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int colon = line.indexOf(": ");
                if (colon > 0 && !line.startsWith("#")) {
                    String category = line.substring(0, colon);
                    for (String word : line.substring(colon + 2).trim().split(" +")) {
                        lexicon.categories.putIfAbsent(word, category);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(LIST + " cannot be read", e);
        }
        return lexicon;
    }
}
