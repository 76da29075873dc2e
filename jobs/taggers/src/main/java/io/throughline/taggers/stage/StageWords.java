package io.throughline.taggers.stage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What of a text can tell its stage: the words that are not common, without their endings, pairs of
 * such words that stand side by side, and the first letters of long words.
 *
 * <p>The ends of words are cut alike in examples and in feedback, so the cut need not be right,
 * only the same.
 */
final class StageWords {

    /** How much a feature tells beside a word, which tells 1. */
    private static final double PAIR = 1.0;

    private static final double STEM = 0.5;
    private static final int STEM_LENGTH = 5;
    private static final Set<String> COMMON = common();
    private static final String[] ENDINGS = {"ings", "ing", "edly", "ed", "ies", "es", "s", "ly"};

    private StageWords() {}

    /** Features of a lower-case text with how much each tells, in a stable order. */
    static Map<String, Double> of(String text) {
        Map<String, Double> features = new LinkedHashMap<>();
        String before = null;
        int end = text.length();
        for (int i = 0; i < end; ) {
            if (!isPart(text, i)) {
                before = isPause(text.charAt(i)) ? null : before;
                i++;
                continue;
            }
            int start = i;
            while (i < end && isPart(text, i)) {
                i++;
            }
            String word = text.substring(start, i);
            if (COMMON.contains(word) || word.length() < 2) {
                continue;
            }
            String root = root(word);
            features.put(root, 1.0);
            if (root.length() > STEM_LENGTH) {
                features.putIfAbsent(root.substring(0, STEM_LENGTH) + '-', STEM);
            }
            if (before != null) {
                features.put(before + ' ' + root, PAIR);
            }
            before = root;
        }
        return features;
    }

    /**
     * A word that is not common.
     *
     * @param start first character
     * @param end one past the last
     */
    record Word(String root, int start, int end) {}

    /** The words of a lower-case text that are not common, in order. */
    static List<Word> words(String text) {
        List<Word> words = new ArrayList<>();
        int end = text.length();
        for (int i = 0; i < end; ) {
            if (!isPart(text, i)) {
                i++;
                continue;
            }
            int start = i;
            while (i < end && isPart(text, i)) {
                i++;
            }
            String word = text.substring(start, i);
            if (!COMMON.contains(word) && word.length() >= 2) {
                words.add(new Word(root(word), start, i));
            }
        }
        return words;
    }

    private static boolean isPart(String text, int index) {
        char c = text.charAt(index);
        return Character.isLetter(c) || c == '\'' || c == '’';
    }

    private static boolean isPause(char c) {
        return c == '.' || c == ',' || c == '!' || c == '?' || c == ';' || c == '\n';
    }

    static String root(String word) {
        String cut = word;
        for (String ending : ENDINGS) {
            if (word.endsWith(ending) && word.length() - ending.length() >= 3) {
                cut = word.substring(0, word.length() - ending.length());
                break;
            }
        }
        int last = cut.length() - 1;
        boolean doubled = last > 2 && cut.charAt(last) == cut.charAt(last - 1);
        boolean open = last > 3 && (cut.endsWith("e") || cut.endsWith("y"));
        return doubled || open ? cut.substring(0, last) : cut;
    }

    private static Set<String> common() {
        Set<String> words = new HashSet<>();
        try (InputStream in = StageWords.class.getResourceAsStream("common-words.txt");
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line -> words.addAll(Arrays.asList(line.split(" "))));
        } catch (IOException e) {
            throw new UncheckedIOException("common-words.txt cannot be read", e);
        }
        return words;
    }
}
