package io.throughline.taggers.stage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts the cues that occur, of all stages in one walk over the text: words and phrases are looked
 * up by their first word, expressions are tried when what they require is there.
 */
final class CueIndex {

    /** A cue and its stage; {@code place} tells it from all other cues. */
    private record Entry(int stage, int place, CueFinder cue) {}

    private final Map<String, List<Entry>> byFirstWord = new HashMap<>();
    private final List<Entry> others = new ArrayList<>();
    private int size;

    CueIndex(List<List<CueFinder>> cues) {
        for (int stage = 0; stage < cues.size(); stage++) {
            for (CueFinder cue : cues.get(stage)) {
                Entry entry = new Entry(stage, size++, cue);
                String word = cue.phrase() == null ? "" : firstWord(cue.phrase());
                if (word.isEmpty()) {
                    others.add(entry);
                } else {
                    byFirstWord.computeIfAbsent(word, w -> new ArrayList<>()).add(entry);
                }
            }
        }
    }

    private static String firstWord(String phrase) {
        int end = 0;
        while (end < phrase.length() && Character.isLetterOrDigit(phrase.charAt(end))) {
            end++;
        }
        return phrase.substring(0, end);
    }

    /** Adds 1 to a stage for each of its cues that occurs. */
    void count(String lower, int[] hits) {
        boolean[] found = new boolean[size];
        int length = lower.length();
        for (int i = 0; i < length; ) {
            if (!Character.isLetterOrDigit(lower.charAt(i))) {
                i++;
                continue;
            }
            int start = i;
            while (i < length && Character.isLetterOrDigit(lower.charAt(i))) {
                i++;
            }
            List<Entry> entries = byFirstWord.get(lower.substring(start, i));
            if (entries == null) {
                continue;
            }
            for (Entry entry : entries) {
                if (!found[entry.place()] && entry.cue().isAt(lower, start)) {
                    found[entry.place()] = true;
                    hits[entry.stage()]++;
                }
            }
        }
        for (Entry entry : others) {
            hits[entry.stage()] += entry.cue().finds(lower) ? 1 : 0;
        }
    }
}
