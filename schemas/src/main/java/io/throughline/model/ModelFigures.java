package io.throughline.model;

import java.util.List;

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
 * @param margin by how much a challenger had to be better, 0 to 1; null in records of before
 * @param stages how its stages did; null when it learnt none, and in records of before
 * @param won what of the challenger became the version, {@link #SENTIMENT} and {@link #STAGES}; the
 *     rest is as it was before. Empty for one that lost, and in records of before
 * @param teacher model of the teacher whose answers it learnt from; null when that has no name, and
 *     in records of before
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
        double drift,
        Double margin,
        Stages stages,
        List<String> won,
        String teacher) {

    /** The part of a model that tells feelings. */
    public static final String SENTIMENT = "sentiment";

    /** The part of a model that tells stages. */
    public static final String STAGES = "stages";

    /**
     * How stages did on what was held back.
     *
     * @param heldBack lessons
     * @param champion share of them that what answered before got right, 0 to 1
     * @param challenger the same of what was learnt
     */
    public record Stages(long heldBack, double champion, double challenger) {}

    public ModelFigures {
        won = List.copyOf(won);
    }
}
