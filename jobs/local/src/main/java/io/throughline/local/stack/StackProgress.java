package io.throughline.local.stack;

/** Is told what the stack is doing while it starts and stops. Called from several threads. */
@FunctionalInterface
public interface StackProgress {

    /** Tells nobody. */
    StackProgress SILENT = sentence -> {};

    /**
     * Takes one step.
     *
     * @param sentence for a person, without a full stop or line break, such as {@code Kafka is
     *     ready at 127.0.0.1:9092 after 6.1 s}
     */
    void report(String sentence);

    /**
     * Takes the news that a server has ended though nobody stopped it.
     *
     * @param sentence for a person, on one line
     */
    default void lost(String sentence) {
        report(sentence);
    }
}
