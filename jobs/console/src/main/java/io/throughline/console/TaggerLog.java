package io.throughline.console;

import java.time.Instant;
import java.util.List;

/** What the topics tell of how the tagger has learnt; Elasticsearch holds none of it. */
@FunctionalInterface
public interface TaggerLog {

    /**
     * What is known now.
     *
     * @throws RuntimeException when it cannot be read
     */
    History read();

    /**
     * How the tagger has learnt.
     *
     * @param versions the oldest first
     * @param agreement of the labels of engines with what people said instead
     */
    record History(List<Version> versions, Agreement agreement) {

        public History {
            versions = List.copyOf(versions);
        }
    }

    /**
     * A version of the model.
     *
     * @param state {@code in effect}, {@code former} or {@code to come}
     * @param modelOf version whose model it has; another one's after a roll-back
     * @param lessons it was trained on; null when it was not trained
     * @param macroF1Before, macroF1 of the version before and of this one; null when it was not
     *     trained
     */
    record Version(
            int number,
            String name,
            String kind,
            String state,
            int modelOf,
            Instant effectiveFrom,
            Long lessons,
            Long corrections,
            Double macroF1Before,
            Double macroF1,
            Double agreement,
            Double teacherUse,
            double teacherShare) {}

    /**
     * Sentiments that people gave, held against those the engines had given.
     *
     * @param said people's labels of feedback that an engine had labelled
     * @param same of them, equal to the engine's
     */
    record Agreement(long said, long same) {}
}
