package io.throughline.console;

import java.util.List;

/** Says which words of a text carried its sentiment. */
@FunctionalInterface
public interface VerbatimExplainer {

    /** Explains nothing. */
    VerbatimExplainer NONE = (text, label) -> List.of();

    /**
     * The words that matter most.
     *
     * @param text as it is shown
     * @param label that it was tagged with
     * @return empty when whoever explains would not have said that label: its words would explain
     *     another answer
     */
    List<Words> explain(String text, String label);

    /**
     * A place in a text.
     *
     * @param start first character, from 0
     * @param end one past the last
     * @param contribution above 0 it spoke for positive, below for negative; comparable within one
     *     text only
     */
    record Words(int start, int end, double contribution) {}
}
