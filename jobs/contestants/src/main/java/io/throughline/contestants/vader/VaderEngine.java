package io.throughline.contestants.vader;

import io.throughline.domain.tagging.SentimentEngine;
import io.throughline.domain.tagging.SentimentTagger;

/**
 * VADER, the rules and lexicon of Hutto and Gilbert (ICWSM 2014), used as their documentation says:
 * the text as it is, positive from a compound score of .05, negative from -.05.
 *
 * <p>VADER knows no probabilities. The confidence is how far the score lies from the other labels,
 * good for an order and nothing else.
 */
public final class VaderEngine implements SentimentEngine {

    static final String ID = "vader";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public SentimentTagger tagger() {
        return Holder.TAGGER;
    }

    private static final class Holder {

        static final SentimentTagger TAGGER = new VaderTagger();
    }
}
