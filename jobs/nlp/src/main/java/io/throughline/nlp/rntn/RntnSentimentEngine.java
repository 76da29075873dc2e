package io.throughline.nlp.rntn;

import io.throughline.domain.tagging.SentimentEngine;
import io.throughline.domain.tagging.SentimentTagger;
import java.util.List;

/**
 * Stanford CoreNLP's shift-reduce parser and recursive neural tensor network: about 100 times
 * slower than {@code corenlp-linear}, for those who want its phrase-level reading. Needs about 650
 * MB of heap and files of {@link RntnModels}.
 */
public final class RntnSentimentEngine implements SentimentEngine {

    static final String ID = "corenlp-rntn";

    /** The entries it needs. */
    static final List<String> ENTRIES =
            List.of(RntnModels.SENTIMENT, RntnModels.TAGGER, RntnModels.SHIFT_REDUCE);

    private static final LoadedOnce LOADED = new LoadedOnce(ID, ENTRIES, RntnSentimentTagger::new);

    @Override
    public String id() {
        return ID;
    }

    @Override
    public SentimentTagger tagger() {
        return LOADED.tagger();
    }
}
