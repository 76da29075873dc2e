package io.throughline.channels.scaffold;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A rating in words, the worst first. A sample seldom holds all the words of a scale, so the others
 * are written as the sample writes the ones it has.
 *
 * @param numbers number by word, from 1
 */
record WordScale(Map<String, Integer> numbers) {

    private static final List<List<String>> KNOWN =
            List.of(
                    List.of("one", "two", "three", "four", "five"),
                    List.of("bad", "okay", "great"),
                    List.of("bad", "ok", "good"),
                    List.of("bad", "good"),
                    List.of("bad", "neutral", "good"),
                    List.of("negative", "neutral", "positive"),
                    List.of("unhappy", "neutral", "happy"),
                    List.of("sad", "neutral", "happy"),
                    List.of("detractor", "passive", "promoter"),
                    List.of("poor", "fair", "good", "very good", "excellent"),
                    List.of("very poor", "poor", "average", "good", "excellent"),
                    List.of("very bad", "bad", "neutral", "good", "very good"),
                    List.of(
                            "very dissatisfied",
                            "dissatisfied",
                            "neutral",
                            "satisfied",
                            "very satisfied"),
                    List.of(
                            "very unsatisfied",
                            "unsatisfied",
                            "neutral",
                            "satisfied",
                            "very satisfied"),
                    List.of("strongly disagree", "disagree", "neutral", "agree", "strongly agree"));

    /** The scale that all of these words belong to. */
    static Optional<WordScale> of(List<String> texts) {
        Set<String> words = new TreeSet<>();
        texts.forEach(text -> words.add(plain(text)));
        return KNOWN.stream()
                .filter(scale -> !words.isEmpty() && scale.containsAll(words))
                .findFirst()
                .map(scale -> written(scale, texts));
    }

    int most() {
        return numbers.size();
    }

    private static String plain(String text) {
        return text.strip().replace('_', ' ').replace('-', ' ').toLowerCase(Locale.ROOT);
    }

    private static WordScale written(List<String> scale, List<String> texts) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        for (String word : scale) {
            String seen =
                    texts.stream()
                            .map(String::strip)
                            .filter(text -> plain(text).equals(word))
                            .findFirst()
                            .orElseGet(() -> like(texts, word));
            numbers.put(seen, numbers.size() + 1);
        }
        return new WordScale(numbers);
    }

    /** The word as the longest of the others is written, which shows most of how. */
    private static String like(List<String> texts, String word) {
        String model =
                texts.stream().map(String::strip).max((a, b) -> a.length() - b.length()).orElse("");
        boolean underscore = model.contains("_") || !model.contains(" ") && upper(model);
        String parted = underscore ? word.replace(' ', '_') : word;
        if (upper(model)) {
            return parted.toUpperCase(Locale.ROOT);
        }
        return !model.isEmpty() && Character.isUpperCase(model.charAt(0))
                ? Character.toUpperCase(parted.charAt(0)) + parted.substring(1)
                : parted;
    }

    private static boolean upper(String text) {
        return text.equals(text.toUpperCase(Locale.ROOT));
    }
}
