package io.throughline.pipeline;

import io.throughline.domain.tagging.SentimentEngine;
import io.throughline.domain.tagging.SentimentTagger;
import io.throughline.model.Sentiment;
import io.throughline.model.SentimentLabel;

/** Negative where the text says bad, else positive; throws where it says {@link #POISON}. */
public final class WordSentiment implements SentimentEngine {

    public static final String ID = "words";
    public static final String POISON = "poison";

    private static volatile boolean cured;

    /** Whether {@link #POISON} does no harm from now on. */
    public static void cure(boolean now) {
        cured = now;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public SentimentTagger tagger() {
        return verbatim -> {
            if (!cured && verbatim.text().contains(POISON)) {
                throw new IllegalStateException("cannot tag: " + verbatim.text());
            }
            return verbatim.text().contains("bad")
                    ? new Sentiment(SentimentLabel.NEGATIVE, -0.5, 0.9, null, ID, "1")
                    : new Sentiment(SentimentLabel.POSITIVE, 0.5, 0.9, null, ID, "1");
        };
    }
}
