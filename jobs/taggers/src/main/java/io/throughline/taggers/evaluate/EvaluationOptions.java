package io.throughline.taggers.evaluate;

/**
 * How an evaluation runs.
 *
 * @param limit rows taken of each file, every k-th of them so that they are spread over the file
 * @param threads that tag; more than one is for accuracy alone, since their latencies disturb each
 *     other
 * @param languages how the language of a row becomes known
 */
public record EvaluationOptions(long limit, int threads, Languages languages) {

    /** How the language of a row becomes known. */
    public enum Languages {
        /** From the column {@code language}; a row without one has none. */
        AS_LABELLED,
        /** As the pipeline does: it is detected where the column says nothing. */
        DETECTED
    }

    /** Every row, on the calling thread. */
    public static final EvaluationOptions DEFAULTS =
            new EvaluationOptions(Long.MAX_VALUE, 1, Languages.AS_LABELLED);

    public EvaluationOptions {
        if (limit < 1 || threads < 1) {
            throw new IllegalArgumentException("limit and threads are above 0");
        }
    }
}
