package io.throughline.taggers.evaluate;

import io.throughline.model.Abstention;
import io.throughline.model.Sentiment;
import io.throughline.model.StageTag;
import io.throughline.model.StageTags;
import java.util.Locale;

/**
 * An answer of a tagger, whatever it tags.
 *
 * @param given label; null when it gave none
 * @param silence why there is none; null when there is one
 * @param model version of the model that answered
 */
record Judgement(String given, String silence, double confidence, String model) {

    /** Stands for a reason when a tagger threw instead of answering. */
    static final String FAILED = "failed";

    static Judgement of(Sentiment sentiment) {
        return sentiment.label() == null
                ? new Judgement(null, name(sentiment.abstention()), 0, sentiment.model())
                : new Judgement(
                        sentiment.label().id(), null, sentiment.confidence(), sentiment.model());
    }

    /** The heaviest stage counts. */
    static Judgement of(StageTags tags) {
        String model = tags.journey() + "@" + tags.journeyVersion();
        if (tags.stages().isEmpty()) {
            return new Judgement(null, name(tags.abstention()), 0, model);
        }
        StageTag heaviest = tags.stages().get(0);
        return new Judgement(heaviest.id(), null, heaviest.confidence(), model);
    }

    private static String name(Abstention why) {
        return why.name().toLowerCase(Locale.ROOT);
    }
}
