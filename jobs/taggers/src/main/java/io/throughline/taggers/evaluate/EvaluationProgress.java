package io.throughline.taggers.evaluate;

/** Is told how far an evaluation is. */
@FunctionalInterface
public interface EvaluationProgress {

    /** Tells nobody. */
    EvaluationProgress NONE = (engine, done, total) -> {};

    /**
     * Some rows are done.
     *
     * @param engine id of the engine that did them
     * @param done rows times engines that are done
     * @param total of all rows and engines
     */
    void at(String engine, long done, long total);
}
