package io.throughline.pipeline.tagging;

import io.throughline.domain.tagging.TaggingChain;
import io.throughline.model.Feedback;
import io.throughline.model.ModelVersion;
import java.time.Instant;
import java.util.Optional;

/** Engines that do not learn. */
record PlainTagger(TaggingChain chain) implements RecordTagger {

    @Override
    public Result tag(Feedback feedback, Instant firstOccurredAt, int sequence) {
        return new Result(chain.tag(feedback, firstOccurredAt, sequence), null);
    }

    @Override
    public boolean learns() {
        return false;
    }

    @Override
    public Optional<Instant> take(ModelVersion version) {
        return Optional.empty();
    }

    @Override
    public boolean knows(ModelVersion version) {
        return true;
    }
}
