package io.throughline.taggers.teacher;

import io.throughline.domain.tagging.SentimentEngine;
import io.throughline.domain.tagging.SentimentTagger;
import java.nio.file.Path;

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

    /**
     * A tagger with the head in a file, as the training writes it, with its card beside it.
     *
     * @throws io.throughline.domain.tagging.EngineUnavailableException when it cannot be read
     */
    public static SentimentTagger read(Path file) {
        return new TeacherTagger(TeacherFiles.load(file.toString()));
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
