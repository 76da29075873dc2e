package io.throughline.domain.learning;

/**
 * A challenger and how it did against the champion on lessons that neither learnt from.
 *
 * @param model the challenger, as {@link Learner#student(byte[])} reads it
 * @param promote whether it beats the champion by the margin that was asked for
 * @param learnt lessons it learnt from
 * @param heldBack lessons both were tried on
 * @param champion agreement of the champion with the tutors on the held-back slice, macro-F1, 0 to
 *     1
 * @param challenger the same of the challenger
 * @param calibrationError expected calibration error of the challenger there, 0 to 1
 */
public record Training(
        byte[] model,
        boolean promote,
        int learnt,
        int heldBack,
        double champion,
        double challenger,
        double calibrationError) {}
