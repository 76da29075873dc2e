package io.throughline.taggers.stage;

import io.throughline.domain.redact.Placeholders;
import java.util.List;

/**
 * A text of the stream as the advisor sees it.
 *
 * @param text redacted
 * @param vector its embedding without what all texts share, of length 1
 * @param byMap how likely the map alone finds each stage
 * @param byStream how likely they are when its like is looked at too
 * @param evidence how much there is to go by, 0 to 1
 * @param label stage that a person gave, by its place in the map; -1 for none
 */
record AdvisedText(
        String text,
        float[] vector,
        double[] byMap,
        double[] byStream,
        double evidence,
        int label) {

    /** Below this, a text fits no stage. */
    private static final double LEAST = 0.25;

    /** What rules read of it: in lower case, without what redaction left. */
    String lower() {
        return StageText.lower(Placeholders.blanked(text));
    }

    boolean isPlaced() {
        return label >= 0 || Shares.highest(byMap) * evidence >= LEAST;
    }

    /** The stage it most likely belongs to. */
    int stage() {
        return label >= 0 ? label : Shares.best(byStream);
    }

    /** What a tagger would say, whatever people said. */
    int answer() {
        return Shares.best(byStream);
    }

    double confidence() {
        return label >= 0 ? 1 : Shares.highest(byStream);
    }

    /** The likeliest stage but one. */
    int second() {
        int best = answer();
        int second = best == 0 ? 1 : 0;
        for (int k = 0; k < byStream.length; k++) {
            second = k != best && byStream[k] > byStream[second] ? k : second;
        }
        return second;
    }

    static List<AdvisedText> placed(List<AdvisedText> texts) {
        return texts.stream().filter(AdvisedText::isPlaced).toList();
    }
}
