package io.throughline.local.nab;

/**
 * A labelled window of a series.
 *
 * @param first its first row, from 0
 * @param last its last row, which belongs to it
 */
record NabWindow(int first, int last) {

    NabWindow {
        if (first < 0 || last < first) {
            throw new IllegalArgumentException("not a window: " + first + " to " + last);
        }
    }

    int length() {
        return last - first + 1;
    }
}
