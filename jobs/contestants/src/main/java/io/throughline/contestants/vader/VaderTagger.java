package io.throughline.contestants.vader;

import io.throughline.domain.tagging.SentimentTagger;
import io.throughline.domain.tagging.TrainedModel;
import io.throughline.domain.tagging.TrainingSource;
import io.throughline.domain.tagging.Verbatim;
import io.throughline.model.Abstention;
import io.throughline.model.Sentiment;
import io.throughline.model.SentimentLabel;
import java.util.List;

/** Labels by the documented thresholds. */
final class VaderTagger implements SentimentTagger, TrainedModel {

    private static final String MODEL = "vader-lexicon-2014";
    private static final double THRESHOLD = 0.05;

    private final VaderRules rules = new VaderRules();

    @Override
    public Sentiment tag(Verbatim verbatim) {
        String text = verbatim.text();
        if (text.isBlank()) {
            return Sentiment.abstained(Abstention.NO_TEXT, VaderEngine.ID, MODEL);
        }
        double compound = rules.compound(text);
        SentimentLabel label = label(compound);
        double confidence =
                label == SentimentLabel.NEUTRAL ? 1 - Math.abs(compound) : Math.abs(compound);
        return new Sentiment(label, compound, confidence, null, VaderEngine.ID, MODEL);
    }

    @Override
    public String model() {
        return MODEL;
    }

    /** Rules and words that people rated: no file of labelled texts. */
    @Override
    public List<TrainingSource> trainedOn() {
        return List.of();
    }

    private static SentimentLabel label(double compound) {
        if (compound >= THRESHOLD) {
            return SentimentLabel.POSITIVE;
        }
        return compound <= -THRESHOLD ? SentimentLabel.NEGATIVE : SentimentLabel.NEUTRAL;
    }
}
