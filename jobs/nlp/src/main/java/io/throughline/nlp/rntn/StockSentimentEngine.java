package io.throughline.nlp.rntn;

import io.throughline.domain.tagging.SentimentEngine;
import io.throughline.domain.tagging.SentimentTagger;
import java.util.List;

/**
 * Stanford CoreNLP as it comes out of the box, for comparison: its default parser and settings.
 * Slow; {@code corenlp-rntn} is what to use.
 */
public final class StockSentimentEngine implements SentimentEngine {

    static final String ID = "corenlp-stock";

    /** The entries it needs. */
    static final List<String> ENTRIES =
            List.of(RntnModels.SENTIMENT, RntnModels.TAGGER, RntnModels.PCFG);

    private static final LoadedOnce LOADED = new LoadedOnce(ID, ENTRIES, StockSentimentTagger::new);

    @Override
    public String id() {
        return ID;
    }

    @Override
    public SentimentTagger tagger() {
        return LOADED.tagger();
    }
}
