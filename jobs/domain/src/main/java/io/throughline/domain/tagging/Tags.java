package io.throughline.domain.tagging;

import io.throughline.model.Sentiment;
import io.throughline.model.StageTags;
import java.util.Objects;

/** What a verbatim is tagged with. */
public record Tags(Sentiment sentiment, StageTags stages) {

    public Tags {
        Objects.requireNonNull(sentiment, "sentiment");
        Objects.requireNonNull(stages, "stages");
    }
}
