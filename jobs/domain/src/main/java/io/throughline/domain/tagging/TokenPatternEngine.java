package io.throughline.domain.tagging;

import java.util.List;

/**
 * Reads patterns over words, such as {@code [{lemma:cancel}] []{0,3} [{word:/bookings?/}]}; found
 * by {@link java.util.ServiceLoader}. A journey map may have cues of this kind.
 */
public interface TokenPatternEngine {

    /** Id in messages, e.g. {@code corenlp-tokensregex}. */
    String id();

    /**
     * A finder for all the patterns, so that a text is cut into words once.
     *
     * @throws IllegalArgumentException when a pattern is not valid, naming it and what is wrong
     */
    TokenPatternFinder compile(List<String> patterns);
}
