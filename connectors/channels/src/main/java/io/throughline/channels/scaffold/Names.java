package io.throughline.channels.scaffold;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Tells from a field's name what it may be. A whole name says more than a part of it: {@code id} is
 * the identity of something, {@code survey_id} of a survey.
 */
final class Names {

    /** What a phrase is worth at the end, at the beginning and inside of a longer name. */
    private static final double LAST = 0.8;

    private static final double FIRST = 0.6;
    private static final double INSIDE = 0.5;

    /** What the name of the object around a field is worth. */
    private static final double AROUND = 0.3;

    private static final Pattern CAMEL =
            Pattern.compile("(?<=[\\p{Ll}\\d])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})");
    private static final Pattern ACCENT = Pattern.compile("\\p{M}+");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}#]+");
    private static final int MOST_WORDS = 40;
    private static final int LONGEST_PHRASE = 5;

    private static final Map<Meaning, Map<String, Double>> KNOWN = read();

    private Names() {}

    /** How sure the name of a column makes of a meaning, 0 to 10. */
    static double sure(Meaning meaning, Column column) {
        double best = sure(meaning, column.lastName());
        List<String> names = column.ownNames();
        for (int i = 0; i < names.size() - 1; i++) {
            best = Math.max(best, AROUND * sure(meaning, names.get(i)));
        }
        if (names.size() > 1) {
            String two = names.get(names.size() - 2) + " " + column.lastName();
            best = Math.max(best, whole(meaning, words(two)));
        }
        if (!column.question().isEmpty()) {
            best = Math.max(best, sure(meaning, column.question()));
        }
        return best;
    }

    /**
     * How sure one name makes of a meaning, 0 to 10. The longest phrase in it counts: {@code due
     * at} says something else than {@code at}.
     */
    static double sure(Meaning meaning, String name) {
        String words = words(name);
        double whole = whole(meaning, words);
        if (whole > 0) {
            return whole;
        }
        String[] word = words.split(" ", MOST_WORDS);
        for (int length = Math.min(LONGEST_PHRASE, word.length - 1); length > 0; length--) {
            double best = 0;
            for (int from = 0; from + length <= word.length; from++) {
                String phrase = String.join(" ", Arrays.asList(word).subList(from, from + length));
                boolean ends = from + length == word.length;
                double share = ends ? LAST : from == 0 ? FIRST : INSIDE;
                best = Math.max(best, share * whole(meaning, phrase));
            }
            if (best > 0) {
                return best;
            }
        }
        return 0;
    }

    /** How sure the objects around a column make of a meaning, 0 to 10. */
    static double around(Meaning meaning, Column column) {
        double best = 0;
        for (String name : column.ownNames().subList(0, column.ownNames().size() - 1)) {
            best = Math.max(best, sure(meaning, name));
        }
        return best;
    }

    private static double whole(Meaning meaning, String words) {
        return KNOWN.get(meaning).getOrDefault(words, 0.0);
    }

    /** {@code createdAt}, {@code Created-At} and {@code CREATED_AT} are {@code created at}. */
    static String words(String name) {
        String cut = CAMEL.matcher(name).replaceAll(" ").toLowerCase(Locale.ROOT);
        String plain =
                ACCENT.matcher(Normalizer.normalize(cut, Normalizer.Form.NFD)).replaceAll("");
        return NO_WORD.matcher(plain.replace("ß", "ss").replace("#", " no "))
                .replaceAll(" ")
                .strip();
    }

    private static Map<Meaning, Map<String, Double>> read() {
        Map<Meaning, Map<String, Double>> known = new EnumMap<>(Meaning.class);
        for (Meaning meaning : Meaning.values()) {
            known.put(meaning, new HashMap<>());
        }
        try (InputStream in = Names.class.getResourceAsStream("names.txt")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (String line : (Iterable<String>) text.lines()::iterator) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    String[] head = line.substring(0, line.indexOf(':')).split(" ", 2);
                    Map<String, Double> phrases = known.get(Meaning.of(head[0]));
                    for (String phrase : line.substring(line.indexOf(':') + 1).split(",", -1)) {
                        phrases.putIfAbsent(phrase.strip(), Double.valueOf(head[1]));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return known;
    }
}
