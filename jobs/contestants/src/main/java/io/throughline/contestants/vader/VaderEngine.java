package io.throughline.contestants.vader;

import io.throughline.domain.tagging.SentimentEngine;
import io.throughline.domain.tagging.SentimentTagger;
import io.throughline.domain.tagging.Verbatim;
import io.throughline.model.Abstention;
import io.throughline.model.Sentiment;
import io.throughline.model.SentimentLabel;

/**
 * VADER, the rules and lexicon of Hutto and Gilbert (ICWSM 2014), used as their documentation says:
 * the text as it is, positive from a compound score of .05, negative from -.05.
 *
 * <p>VADER knows no probabilities. The confidence is how far the score lies from the other labels,
 * good for an order and nothing else.
 */
public final class VaderEngine implements SentimentEngine {

    static final String ID = "vader";

    private static final String MODEL = "vader-lexicon-2014";
    private static final double THRESHOLD = 0.05;

    @Override
    public String id() {
        return ID;
    }

    @Override
    public SentimentTagger tagger() {
        return Holder.TAGGER;
    }

    private static Sentiment tag(VaderRules rules, Verbatim verbatim) {
        String text = verbatim.text();
        if (text.isBlank()) {
            return Sentiment.abstained(Abstention.NO_TEXT, ID, MODEL);
        }
        double compound = rules.compound(text);
        SentimentLabel label = label(compound);
        double confidence =
                label == SentimentLabel.NEUTRAL ? 1 - Math.abs(compound) : Math.abs(compound);
        return new Sentiment(label, compound, confidence, null, ID, MODEL);
    }

    private static SentimentLabel label(double compound) {
        if (compound >= THRESHOLD) {
            return SentimentLabel.POSITIVE;
        }
        return compound <= -THRESHOLD ? SentimentLabel.NEGATIVE : SentimentLabel.NEUTRAL;
    }

    private static final class Holder {

        static final SentimentTagger TAGGER = tagger(new VaderRules());

        private static SentimentTagger tagger(VaderRules rules) {
            return verbatim -> tag(rules, verbatim);
        }
    }
}
