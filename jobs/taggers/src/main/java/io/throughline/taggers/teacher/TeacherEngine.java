package io.throughline.taggers.teacher;

import io.throughline.domain.tagging.SentimentEngine;
import io.throughline.domain.tagging.SentimentTagger;

/** The accurate sentiment engine: the {@link Teacher} for every text, at its price. */
public final class TeacherEngine implements SentimentEngine {

    static final String ID = "teacher";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public SentimentTagger tagger() {
        return Holder.instance();
    }

    /** One tagger a JVM, as there is one teacher. */
    private static final class Holder {

        private static TeacherTagger tagger;

        static synchronized TeacherTagger instance() {
            if (tagger == null) {
                tagger = new TeacherTagger(Teacher.shared());
            }
            return tagger;
        }
    }
}
