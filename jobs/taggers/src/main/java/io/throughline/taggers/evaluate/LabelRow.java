package io.throughline.taggers.evaluate;

import io.throughline.domain.tagging.Verbatim;

/**
 * A row that people labelled.
 *
 * @param line of the file where it ends, from 1
 * @param domain what its scores are counted under
 * @param sentiment negative, neutral or positive; null when nobody said
 * @param stage id of a stage, or {@code unassigned} when people said that it belongs to none; null
 *     when nobody said
 */
record LabelRow(long line, String domain, Verbatim verbatim, String sentiment, String stage) {

    /** The label for a task; null when there is none. */
    String label(Task task) {
        return switch (task) {
            case SENTIMENT -> sentiment;
            case STAGE -> stage;
        };
    }
}
