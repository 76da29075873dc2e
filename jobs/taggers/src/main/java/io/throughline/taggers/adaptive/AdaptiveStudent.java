package io.throughline.taggers.adaptive;

import io.throughline.domain.learning.Student;
import io.throughline.taggers.student.SentimentModel;

/**
 * The fast half of the learner.
 *
 * @param sentiment model of feeling
 * @param stages bytes of a stage student; null when none has been learnt yet
 * @param stageTagger made of them for the learner's map; null when there are none, or they are of
 *     another map
 */
record AdaptiveStudent(SentimentModel sentiment, StageBytes stages, StageAnswers.Fast stageTagger)
        implements Student {

    @Override
    public String version() {
        return sentiment.linear().version();
    }

    /** The model as {@link AdaptiveLearner#student(byte[])} reads it. */
    byte[] bytes() {
        return StudentFile.write(sentiment.linear(), stages);
    }
}
