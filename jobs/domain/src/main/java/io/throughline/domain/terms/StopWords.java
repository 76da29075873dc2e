package io.throughline.domain.terms;

import java.util.Map;
import java.util.Set;

/**
 * Words that carry the sentence and not what it is about. English has a list; a language without
 * one has the words of fewer than four letters, which in alphabets are mostly such words.
 */
final class StopWords {

    private static final Set<String> ENGLISH =
            Set.of(
                    """
                    a about above after again against all also am an and any are as at be because been before being below
                    between both but by can could did do does doing done down during each else even ever every few for from
                    further get gets getting go goes going gone got had has have having he her here hers herself him himself
                    his how however i if in into is it its itself just let like made make many may me might more most much
                    must my myself nor now of off on once one only or other our ours out over own per put quite rather really
                    said same say says see she should since so some something still such than that the their theirs them
                    then there these they thing things this those though through to too under until up upon us use very via
                    want was way we well went were what when where which while who whom why will with within would yes yet
                    you your yours yourself im ive id ill dont didnt doesnt isnt wasnt arent cant couldnt wont wouldnt
                    hasnt havent hadnt youre theyre weve thats whats lets rt amp
                    """
                            .strip()
                            .split("\\s+"));

    /** Turn the next word round; nothing by themselves. */
    private static final Set<String> NEGATIONS =
            Set.of("no", "not", "never", "without", "cannot", "neither", "none", "nothing");

    /** Contractions of a negation, as they are without their apostrophe. */
    private static final Map<String, String> CONTRACTED =
            Map.ofEntries(
                    Map.entry("dont", "not"),
                    Map.entry("didnt", "not"),
                    Map.entry("doesnt", "not"),
                    Map.entry("isnt", "not"),
                    Map.entry("wasnt", "not"),
                    Map.entry("arent", "not"),
                    Map.entry("cant", "not"),
                    Map.entry("couldnt", "not"),
                    Map.entry("wont", "not"),
                    Map.entry("wouldnt", "not"),
                    Map.entry("hasnt", "not"),
                    Map.entry("havent", "not"),
                    Map.entry("hadnt", "not"),
                    Map.entry("cannot", "not"));

    private static final int SHORT = 4;

    private final boolean english;

    private StopWords(boolean english) {
        this.english = english;
    }

    /** The words of a language; of English when the language is unknown. */
    static StopWords of(String language) {
        return new StopWords(language == null || language.equals("en"));
    }

    boolean contains(String word) {
        return english
                ? ENGLISH.contains(word) || NEGATIONS.contains(word)
                : word.codePointCount(0, word.length()) < SHORT;
    }

    /** The negation that a word is, in its plain form; null when it is none. */
    String negation(String word) {
        if (!english) {
            return null;
        }
        String plain = CONTRACTED.get(word);
        return plain == null && NEGATIONS.contains(word) ? word : plain;
    }
}
