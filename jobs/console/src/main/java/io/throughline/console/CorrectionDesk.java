package io.throughline.console;

/** Takes what people say the tags of a piece of feedback should be. */
@FunctionalInterface
public interface CorrectionDesk {

    /**
     * Writes a correction, and returns when it cannot be lost any more; it takes effect when the
     * jobs have come that far.
     *
     * @throws IllegalArgumentException when it makes no sense, with a sentence for who asked
     * @throws OutdatedException when the feedback is not what the person saw
     * @throws RuntimeException when it cannot be written
     */
    void correct(TagCorrection correction);

    /** What is to be corrected has changed; the message is a sentence for who asked. */
    final class OutdatedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public OutdatedException(String message) {
            super(message);
        }
    }
}
