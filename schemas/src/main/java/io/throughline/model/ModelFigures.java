package io.throughline.model;

/**
 * What the training of a model version was like, and the stream it came from.
 *
 * @param learnt lessons it learnt from
 * @param heldBack lessons that it and its predecessor were tried on
 * @param corrections lessons among both that people gave
 * @param champion macro-F1 of its predecessor on what was held back, 0 to 1
 * @param challenger the same of the version itself
 * @param calibrationError expected calibration error of the version there, 0 to 1
 * @param agreement share of the teacher's answers since the last training that its predecessor
 *     would have given too, 0 to 1
 * @param tagged feedback tagged since the last training
 * @param teacherUse share of it that the teacher answered, 0 to 1
 * @param drift how far its labels are from those of the training before, as total variation
 *     distance, 0 to 1; 0 for the first
 */
public record ModelFigures(
        long learnt,
        long heldBack,
        long corrections,
        double champion,
        double challenger,
        double calibrationError,
        double agreement,
        long tagged,
        double teacherUse,
        double drift) {}
