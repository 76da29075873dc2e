package io.throughline.local.revise;

/** Is told how far a retagging is. */
public interface RetagProgress {

    /** What is being done. */
    void status(String text);

    /**
     * How far something is.
     *
     * @param done at most {@code total}
     * @param total above zero
     */
    void bar(String text, long done, long total);

    /** Nothing is being done any more. */
    void clear();
}
