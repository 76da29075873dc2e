package io.throughline.console;

/**
 * Bounds what a person may have Elasticsearch look for. Its simple query syntax takes any text
 * without an error, unbalanced quotes included; what is left is work: each beginning of a word
 * ({@code clai*}) is looked up in the whole vocabulary.
 */
final class SearchWords {

    /** Most characters. */
    static final int LONGEST = 1_000;

    /** Most words. */
    static final int MOST_WORDS = 50;

    private static final int MOST_PREFIXES = 5;
    private static final int SHORTEST_PREFIX = 2;
    private static final int DEEPEST = 10;

    private SearchWords() {}

    /**
     * The words as they may be looked for.
     *
     * @throws RefusedException when there are too many
     */
    static String checked(String text) {
        String words = text.strip();
        if (words.length() > LONGEST) {
            throw RefusedException.badRequest(
                    "Search words have at most " + LONGEST + " characters.");
        }
        if (words.split("[\\s|()]+", -1).length > MOST_WORDS) {
            throw RefusedException.badRequest("At most " + MOST_WORDS + " words at a time.");
        }
        if (words.chars().filter(c -> c == '(').count() > DEEPEST) {
            throw RefusedException.badRequest("At most " + DEEPEST + " brackets.");
        }
        int prefixes = 0;
        for (int star = words.indexOf('*'); star >= 0; star = words.indexOf('*', star + 1)) {
            prefixes++;
            if (lettersBefore(words, star) < SHORTEST_PREFIX) {
                throw RefusedException.badRequest(
                        "A * stands at the end of a word, after at least "
                                + SHORTEST_PREFIX
                                + " letters.");
            }
        }
        if (prefixes > MOST_PREFIXES) {
            throw RefusedException.badRequest("At most " + MOST_PREFIXES + " words with a *.");
        }
        return words;
    }

    private static int lettersBefore(String words, int star) {
        int letters = 0;
        while (letters < star && Character.isLetterOrDigit(words.charAt(star - letters - 1))) {
            letters++;
        }
        return letters;
    }
}
