package io.throughline.taggers.evaluate;

/**
 * What a tagger said of one labelled row.
 *
 * @param label what people said
 * @param given what the tagger said; null when it gave no answer
 * @param silence why there is no answer, e.g. {@code unsure}; null when there is one
 * @param confidence of the answer, 0 to 1; 0 without one
 * @param nanos time that the tagger took, by the wall clock
 */
record Answer(String label, String given, String silence, double confidence, long nanos) {

    boolean isGiven() {
        return given != null;
    }

    boolean isRight() {
        return label.equals(given);
    }
}
