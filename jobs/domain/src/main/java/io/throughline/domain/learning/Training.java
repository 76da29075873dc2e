package io.throughline.domain.learning;

/**
 * A challenger and how it did against the champion on lessons that neither learnt from.
 *
 * <p>Feelings and stages are decided each for itself: what did not win is as the champion has it.
 *
 * @param model what has won of the challenger with the rest of the champion, as {@link
 *     Learner#student(byte[])} reads it; the whole challenger when nothing has
 * @param sentimentWon whether it beats the champion at feelings by the margin that was asked for
 * @param learnt lessons it learnt from
 * @param heldBack lessons both were tried on
 * @param champion agreement of the champion with the tutors on the held-back slice, macro-F1, 0 to
 *     1
 * @param challenger the same of the challenger
 * @param calibrationError expected calibration error of the challenger there, 0 to 1
 * @param stages how it did at stages; null when it learnt none
 */
public record Training(
        byte[] model,
        boolean sentimentWon,
        int learnt,
        int heldBack,
        double champion,
        double challenger,
        double calibrationError,
        Stages stages) {

    /**
     * How a challenger did at stages.
     *
     * @param heldBack lessons both were tried on
     * @param champion share of them that what answered before got right, 0 to 1
     * @param challenger the same of the challenger
     * @param won whether its stages are taken over
     */
    public record Stages(int heldBack, double champion, double challenger, boolean won) {}

    /** Whether a version comes of it. */
    public boolean promote() {
        return sentimentWon || stagesWon();
    }

    /** Whether its stages are taken over. */
    public boolean stagesWon() {
        return stages != null && stages.won();
    }
}
