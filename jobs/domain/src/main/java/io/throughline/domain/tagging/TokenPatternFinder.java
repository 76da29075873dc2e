package io.throughline.domain.tagging;

import java.util.List;

/**
 * Finds token patterns in a text. The answer depends on nothing but the patterns and the text.
 * Thread-safe.
 */
public interface TokenPatternFinder {

    /** Where they occur, by pattern and then by place; those of one pattern do not overlap. */
    List<TokenMatch> find(String text);
}
