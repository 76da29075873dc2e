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
