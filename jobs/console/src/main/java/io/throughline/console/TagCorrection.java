package io.throughline.console;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a person says the tags of a piece of feedback should be.
 *
 * @param feedback id of it
 * @param revision of it that the person saw; empty for whichever is there
 * @param sentiment the label it should have; empty to leave it as it is
 * @param stages the stages it should have, none of them being an answer too; empty to leave them as
 *     they are
 * @param by who says so
 */
public record TagCorrection(
        String feedback,
        OptionalLong revision,
        Optional<String> sentiment,
        Optional<List<String>> stages,
        String by) {

    public TagCorrection {
        Objects.requireNonNull(feedback, "feedback");
        Objects.requireNonNull(revision, "revision");
        Objects.requireNonNull(sentiment, "sentiment");
        stages = stages.map(List::copyOf);
        Objects.requireNonNull(by, "by");
    }
}
