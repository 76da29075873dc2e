package io.throughline.channels.scaffold;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What stands around an id: an id that shares a word with the customer's words, or with many other
 * columns, is more likely the record's own. {@code TranscriptionSid} goes with {@code
 * TranscriptionText}, and {@code CallSid} does not.
 *
 * @param inside path of the object in which the customer's words are; empty when nobody knows
 * @param subjects first words of names that stand for what the record is about
 */
record Setting(String inside, Set<String> subjects) {

    private static final int MANY = 4;

    static Setting of(String inside, Finding text, List<Facts> all) {
        Set<String> subjects = new HashSet<>();
        text.chosen().forEach(one -> subjects.add(firstWord(one.column())));
        Map<String, Integer> counts = new HashMap<>();
        all.forEach(facts -> counts.merge(firstWord(facts.column()), 1, Integer::sum));
        counts.forEach(
                (word, count) -> {
                    if (count >= MANY) {
                        subjects.add(word);
                    }
                });
        subjects.remove("");
        return new Setting(inside, subjects);
    }

    boolean subject(Column column) {
        return subjects.contains(firstWord(column));
    }

    /** Empty when the name has one word only. */
    private static String firstWord(Column column) {
        String words = Names.words(column.lastName());
        int space = words.indexOf(' ');
        return space < 0 ? "" : words.substring(0, space);
    }
}
