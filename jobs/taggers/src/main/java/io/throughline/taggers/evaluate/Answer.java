package io.throughline.taggers.evaluate;

import io.throughline.model.StageSignal;

/**
 * What a tagger said of one labelled row.
 *
 * @param label what people said
 * @param given what the tagger said; null when it gave no answer
 * @param silence why there is no answer, e.g. {@code unsure}; null when there is one
 * @param confidence of the answer, 0 to 1; 0 without one and for {@code unassigned}
 * @param nanos time that the tagger took, by the wall clock
 */
record Answer(String label, String given, String silence, double confidence, long nanos) {

    /**
     * The answer that a judgement is. To abstain is the answer {@code unassigned} where people said
     * that the feedback belongs to no stage; a tagger that threw said nothing.
     */
    static Answer of(String label, Judgement judgement, long nanos) {
        boolean fulfilled =
                label.equals(StageSignal.UNASSIGNED)
                        && judgement.given() == null
                        && !judgement.silence().equals(Judgement.FAILED);
        return fulfilled
                ? new Answer(label, StageSignal.UNASSIGNED, null, 0, nanos)
                : new Answer(
                        label,
                        judgement.given(),
                        judgement.silence(),
                        judgement.confidence(),
                        nanos);
    }

    /** Whether the tagger named something, and so said how sure it is. */
    boolean isNamed() {
        return isGiven() && !given.equals(StageSignal.UNASSIGNED);
    }

    boolean isGiven() {
        return given != null;
    }

    boolean isRight() {
        return label.equals(given);
    }
}
