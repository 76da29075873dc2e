package io.throughline.console;

import java.util.List;
import java.util.Optional;

/** Takes what people say the tags of a piece of feedback should be. */
@FunctionalInterface
public interface CorrectionDesk {

    /**
     * Writes a correction; it takes effect when the jobs have come that far.
     *
     * @param feedback id of the piece of feedback
     * @param sentiment the label it should have; empty to leave it as it is
     * @param stages the stages it should have, none of them being an answer too; empty to leave
     *     them as they are
     * @param by who says so
     * @throws RuntimeException when it cannot be written
     */
    void correct(
            String feedback, Optional<String> sentiment, Optional<List<String>> stages, String by);
}
