package io.throughline.taggers.evaluate;

import java.util.List;

/**
 * Which model tagged which set.
 *
 * @param model version that tagged
 * @param rows that it tagged, spread evenly over the set
 * @param of rows of the set
 * @param without files that were left out of its training for this
 * @param knowledge whether it had seen texts of the set
 */
public record Trial(
        String set,
        String group,
        String engine,
        String model,
        long rows,
        long of,
        List<String> without,
        Knowledge knowledge) {

    /** Whether a model had seen texts of a set in training. */
    public enum Knowledge {
        /** Its training list does not name the set. */
        UNSEEN,
        /** Its training list names the set, and it was trained again without it. */
        LEFT_OUT,
        /** It learnt from the set, and could not be trained without it. */
        SEEN,
        /** The engine does not say what it learnt from. */
        UNKNOWN
    }
}
