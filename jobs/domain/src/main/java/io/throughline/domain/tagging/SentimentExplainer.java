package io.throughline.domain.tagging;

import java.util.List;

/** A sentiment tagger that can say which words carried its answer. */
public interface SentimentExplainer {

    /** The words that mattered most, strongest first; empty when it abstained. */
    List<Evidence> explain(Verbatim verbatim);
}
