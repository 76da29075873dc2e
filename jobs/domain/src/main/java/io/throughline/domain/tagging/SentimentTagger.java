package io.throughline.domain.tagging;

import io.throughline.model.Sentiment;

/** Says how a customer felt. The answer depends on nothing but the verbatim. Thread-safe. */
public interface SentimentTagger {

    /** A label, or an abstention and why. */
    Sentiment tag(Verbatim verbatim);
}
