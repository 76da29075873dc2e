package io.throughline.taggers.adaptive;

import io.throughline.domain.learning.SentimentDistribution;
import io.throughline.domain.tagging.SentimentTagger;
import io.throughline.domain.tagging.Verbatim;
import io.throughline.model.Sentiment;
import java.util.Optional;

/** The slow tagger, asked how likely it finds each label. */
final class Teacher {

    private final SentimentTagger tagger;

    Teacher(SentimentTagger tagger) {
        this.tagger = tagger;
    }

    SentimentTagger tagger() {
        return tagger;
    }

    /** What it says; nothing when it abstains. */
    Optional<SentimentDistribution> distribution(Verbatim verbatim) {
        Sentiment sentiment = tagger.tag(verbatim);
        return sentiment.label() == null ? Optional.empty() : Optional.of(distribution(sentiment));
    }

    /**
     * The three probabilities, which the probability of the likeliest label and the difference of
     * positive and negative leave no choice about.
     */
    private static SentimentDistribution distribution(Sentiment sentiment) {
        double sure = sentiment.confidence();
        double score = sentiment.score();
        double negative =
                switch (sentiment.label()) {
                    case NEGATIVE -> sure;
                    case NEUTRAL -> (1 - sure - score) / 2;
                    case POSITIVE -> sure - score;
                };
        double positive = negative + score;
        double least = Math.max(0, negative);
        double most = Math.max(0, positive);
        double scale = Math.max(1, least + most);
        return new SentimentDistribution(
                least / scale, Math.max(0, 1 - (least + most) / scale), most / scale);
    }
}
