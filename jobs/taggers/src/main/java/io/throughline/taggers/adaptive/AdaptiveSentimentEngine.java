package io.throughline.taggers.adaptive;

import io.throughline.domain.tagging.SentimentEngine;
import io.throughline.domain.tagging.SentimentTagger;
import io.throughline.taggers.student.StudentEngine;

/**
 * Shipped student and teacher without a limit on what goes to the teacher, and without learning.
 */
public final class AdaptiveSentimentEngine implements SentimentEngine {

    @Override
    public String id() {
        return AdaptiveLearner.ID;
    }

    @Override
    public SentimentTagger tagger() {
        return Holder.instance();
    }

    /**
     * A tagger of other models than those that come with the program.
     *
     * @param model of the student, as its training writes it
     * @param student the same student as a tagger
     * @throws IllegalArgumentException when the bytes are no such model
     */
    public static SentimentTagger of(
            SentimentTagger teacher, byte[] model, SentimentTagger student) {
        return new AdaptiveTagger(new Teacher(teacher), model, student);
    }

    private static final class Holder {

        private static AdaptiveTagger tagger;

        static synchronized AdaptiveTagger instance() {
            if (tagger == null) {
                tagger = new AdaptiveTagger(AdaptiveEngine.teacher(), new StudentEngine().tagger());
            }
            return tagger;
        }
    }
}
