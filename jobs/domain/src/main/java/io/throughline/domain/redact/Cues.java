package io.throughline.domain.redact;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Words before a number that say what it is. The nearest one decides.
 *
 * @param pro words that speak for the entity
 * @param contra words that speak for something else
 * @param owners words that speak for the entity before the word number, as in <em>my number</em>
 */
record Cues(Set<String> pro, Set<String> contra, Set<String> owners) {

    /** What the words before a number say. */
    enum Cue {
        /** It is the entity. */
        FOR,
        /** It is something else. */
        AGAINST,
        /** It is something else, and nothing but filler words stands between. */
        AGAINST_DIRECTLY,
        /** Nothing. */
        NONE
    }

    static final Cues PHONE =
            new Cues(words(CueWords.PHONE), words(CueWords.REFERENCE), words(CueWords.WHOSE));
    static final Cues CARD = new Cues(words(CueWords.CARD), words(CueWords.REFERENCE), Set.of());
    static final Cues VERSION_OR_IP =
            new Cues(words(CueWords.ADDRESS), words(CueWords.VERSION), Set.of());
    static final Cues SOCIAL_SECURITY =
            new Cues(words(CueWords.SOCIAL_SECURITY), Set.of(), Set.of());
    static final Cues HEALTH_SERVICE = new Cues(words(CueWords.HEALTH_SERVICE), Set.of(), Set.of());

    private static final Set<String> FILLER = words(CueWords.FILLER);
    private static final Set<String> NUMBER = words(CueWords.NUMBER);

    private static final int REACH_CHARS = 48;
    private static final int REACH_WORDS = 6;

    /** What the words before that index say, the key of a value being the farthest word. */
    Cue before(Scan scan, int index) {
        int from = Math.max(0, index - REACH_CHARS);
        String near = scan.text().substring(from, index);
        String words = from == 0 ? scan.lead() + " " + near : near;
        return judge(words.toLowerCase(Locale.ROOT));
    }

    private Cue judge(String words) {
        boolean isDirect = true;
        boolean isNumber = false;
        int end = words.length();
        for (int word = 0; word < REACH_WORDS && end > 0; ) {
            while (end > 0 && !isLetter(words.charAt(end - 1))) {
                end--;
            }
            int start = end;
            while (start > 0 && isLetter(words.charAt(start - 1))) {
                start--;
            }
            if (start == end) {
                break;
            }
            String one = words.substring(start, end);
            end = start;
            word++;
            if (contra.contains(one)) {
                return isDirect ? Cue.AGAINST_DIRECTLY : Cue.AGAINST;
            }
            if (pro.contains(one) || (isNumber && isDirect && owners.contains(one))) {
                return Cue.FOR;
            }
            isNumber = NUMBER.contains(one) || (isNumber && FILLER.contains(one));
            isDirect &= FILLER.contains(one) || NUMBER.contains(one);
        }
        return Cue.NONE;
    }

    private static boolean isLetter(char c) {
        return Character.isLetter(c);
    }

    private static Set<String> words(String words) {
        return Set.copyOf(List.of(words.strip().split("\\s+")));
    }
}
