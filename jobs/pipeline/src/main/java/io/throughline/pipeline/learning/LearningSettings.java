package io.throughline.pipeline.learning;

import java.io.Serializable;
import java.time.Duration;

/**
 * How the tagger learns.
 *
 * @param enabled whether new versions are trained; what versions there are tag either way
 * @param window of event time; lessons count for training when theirs is closed
 * @param leastLessons new lessons that a training waits for
 * @param mostLessons of the most recent lessons that a training is made of
 * @param margin by how much macro-F1 a challenger must be better, 0 to 1
 * @param teacherCpuShare share of one core's time that the teacher may take, of event time
 * @param teacherCost time of one call of the teacher
 * @param initialTeacherShare share of ids that may go to the teacher before there is a version, 0
 *     to 1
 * @param effectiveAfter from the making of a version until it tags; longer than the checkpoints
 *     that carry it to every subtask take
 */
public record LearningSettings(
        boolean enabled,
        Duration window,
        int leastLessons,
        int mostLessons,
        double margin,
        double teacherCpuShare,
        Duration teacherCost,
        double initialTeacherShare,
        Duration effectiveAfter)
        implements Serializable {

    /** What holds where the configuration says nothing. */
    public static final LearningSettings DEFAULT =
            new LearningSettings(
                    true,
                    Duration.ofHours(1),
                    300,
                    5_000,
                    0.01,
                    0.25,
                    Duration.ofMillis(10),
                    0.25,
                    Duration.ofSeconds(10));

    private static final int CHECKPOINTS = 3;

    public LearningSettings {
        if (window.isNegative() || window.isZero() || teacherCost.isNegative()) {
            throw new IllegalArgumentException("a window and a cost take time");
        }
        if (leastLessons < 1 || mostLessons < leastLessons) {
            throw new IllegalArgumentException(
                    mostLessons + " lessons at most and " + leastLessons + " at least");
        }
    }

    /** The same where a checkpoint is made so often: a version waits for several of them. */
    public LearningSettings checkpointedEvery(Duration interval) {
        Duration several = interval.multipliedBy(CHECKPOINTS);
        return new LearningSettings(
                enabled,
                window,
                leastLessons,
                mostLessons,
                margin,
                teacherCpuShare,
                teacherCost,
                initialTeacherShare,
                several.compareTo(effectiveAfter) > 0 ? several : effectiveAfter);
    }

    /**
     * The share of ids that keeps the teacher within its share of the processor.
     *
     * @param unsure feedback an hour of event time that the student is not sure of
     * @return 0 to 1
     */
    public double teacherShare(double unsure) {
        double calls = teacherCpuShare * Duration.ofHours(1).toMillis() / teacherCost.toMillis();
        return unsure <= calls ? 1 : calls / unsure;
    }
}
