package io.throughline.taggers.adaptive;

import io.throughline.domain.learning.Lesson;
import io.throughline.domain.tagging.StageTagger;
import io.throughline.domain.tagging.Verbatim;
import io.throughline.model.StageTags;
import java.util.List;

/** How a learner tells stages: fast by the map's rules or a student, slowly by a teacher. */
interface StageAnswers {

    /** A fast tagger that knows when it needs no teacher. */
    interface Fast extends StageTagger {

        /** Whether an answer is as good as the teacher's would be. */
        boolean isSure(StageTags tags);
    }

    /** What answers before a student has learnt. */
    Fast rules();

    /** A student that was learnt; null when it is for another map. */
    Fast student(StageBytes bytes);

    /** What the teacher says. */
    StageTags slow(Verbatim verbatim);

    /**
     * A student, and whether it is better on the held-back lessons than what answered before; null
     * when there are too few lessons.
     *
     * @param champion bytes of the stage student so far; null when there is none
     * @param margin share of right answers by which it must be better, 0 to 1
     */
    StageContest learn(
            List<Lesson> learnt,
            List<Lesson> heldBack,
            String version,
            StageBytes champion,
            double margin);
}
