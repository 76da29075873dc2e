package io.throughline.domain.language;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;

/**
 * What the scripts of a text alone say about its language.
 *
 * @param letters how many letters the text has
 * @param isShared whether most are of a script that several languages use
 * @param language ISO 639-1; null when the scripts do not tell
 */
record Scripts(int letters, boolean isShared, String language) {

    private static final Map<UnicodeScript, String> SOLE_LANGUAGE =
            new EnumMap<>(
                    Map.ofEntries(
                            Map.entry(UnicodeScript.HANGUL, "ko"),
                            Map.entry(UnicodeScript.THAI, "th"),
                            Map.entry(UnicodeScript.GREEK, "el"),
                            Map.entry(UnicodeScript.HEBREW, "he"),
                            Map.entry(UnicodeScript.GEORGIAN, "ka"),
                            Map.entry(UnicodeScript.ARMENIAN, "hy"),
                            Map.entry(UnicodeScript.TAMIL, "ta"),
                            Map.entry(UnicodeScript.TELUGU, "te"),
                            Map.entry(UnicodeScript.KANNADA, "kn"),
                            Map.entry(UnicodeScript.MALAYALAM, "ml"),
                            Map.entry(UnicodeScript.GUJARATI, "gu"),
                            Map.entry(UnicodeScript.GURMUKHI, "pa"),
                            Map.entry(UnicodeScript.BENGALI, "bn"),
                            Map.entry(UnicodeScript.SINHALA, "si"),
                            Map.entry(UnicodeScript.KHMER, "km"),
                            Map.entry(UnicodeScript.LAO, "lo"),
                            Map.entry(UnicodeScript.MYANMAR, "my")));

    private static final int FEWEST_LETTERS = 3;

    /** Below this a text in Chinese characters may as well be a Japanese noun. */
    private static final int FEWEST_HAN = 6;

    static Scripts of(String words) {
        Map<UnicodeScript, Integer> counts = new EnumMap<>(UnicodeScript.class);
        words.codePoints()
                .filter(Character::isLetter)
                .forEach(code -> counts.merge(UnicodeScript.of(code), 1, Integer::sum));
        int letters = counts.values().stream().mapToInt(Integer::intValue).sum();
        int kana =
                counts.getOrDefault(UnicodeScript.HIRAGANA, 0)
                        + counts.getOrDefault(UnicodeScript.KATAKANA, 0);
        int han = counts.getOrDefault(UnicodeScript.HAN, 0);
        if (isMost(kana + han, letters)) {
            boolean certain = kana >= FEWEST_LETTERS || (kana == 0 && han >= FEWEST_HAN);
            return new Scripts(letters, false, certain ? (kana > 0 ? "ja" : "zh") : null);
        }
        for (Map.Entry<UnicodeScript, String> sole : SOLE_LANGUAGE.entrySet()) {
            int count = counts.getOrDefault(sole.getKey(), 0);
            if (isMost(count, letters)) {
                String language = count >= FEWEST_LETTERS ? sole.getValue() : null;
                return new Scripts(letters, false, language);
            }
        }
        return new Scripts(letters, true, null);
    }

    private static boolean isMost(int count, int letters) {
        return count > 0 && 2 * count > letters;
    }
}
