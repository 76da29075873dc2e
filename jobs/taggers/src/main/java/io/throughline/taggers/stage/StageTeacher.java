package io.throughline.taggers.stage;

import io.throughline.domain.tagging.Evidence;
import io.throughline.domain.tagging.StageExplainer;
import io.throughline.domain.tagging.StageTagger;
import io.throughline.domain.tagging.Verbatim;
import io.throughline.journey.JourneyMap;
import io.throughline.model.Abstention;
import io.throughline.model.StageTags;
import io.throughline.taggers.encoder.Encoder;
import java.util.List;
import java.util.Map;

/**
 * Tells the stage from a journey map by its rules and by how near the meaning of the text is to
 * that of the map's sentences.
 *
 * <p>The two err differently: a cue is found in the wrong sense, an embedding is near whatever is
 * of the same tone. Their scores are added, each divided by what it varies by from text to text.
 */
final class StageTeacher implements StageTagger, StageExplainer {

    /** By how much the score of the rules varies, over the maps that were looked at. */
    private static final double RULES = 0.45;

    /** By how much the sum of the three cosines varies. */
    private static final double COSINES = 0.3;

    /** At which confidence is about how often the answer is right. */
    private static final double SHARPNESS = 0.5;

    private static final double CLOSE = 0.6;
    private static final double LEAST_CONFIDENCE = 0.25;

    /** Cosine at which there is half of the evidence there can be. */
    private static final double HALF_COSINE = 0.2;

    private final StageRules rules;
    private final StageSpans spans;
    private final Encoder encoder;
    private final Prototypes prototypes;
    private final StageDecision decision;

    StageTeacher(JourneyMap map, Encoder encoder) {
        this.rules = new StageRules(map, Scoring.DEFAULT);
        this.spans = new StageSpans(map, rules);
        this.encoder = encoder;
        this.prototypes = Prototypes.of(map, encoder);
        this.decision = new StageDecision(map, StageTeacherEngine.ID, CLOSE, LEAST_CONFIDENCE);
    }

    @Override
    public StageTags tag(Verbatim verbatim) {
        Abstention unreadable = StageText.unreadable(verbatim);
        if (unreadable != null) {
            return decision.abstained(unreadable);
        }
        Seen seen = see(verbatim);
        return decision.of(shares(seen), evidence(seen), () -> spans.areIn(verbatim));
    }

    @Override
    public Map<String, List<Evidence>> explain(Verbatim verbatim) {
        return StageText.unreadable(verbatim) == null ? spans.of(verbatim) : Map.of();
    }

    /**
     * What is seen of a text before it is weighed.
     *
     * @param rules score by stage
     * @param embedding of the text, of length 1
     * @param nearness to the map's sentences
     * @param words that are not common
     */
    record Seen(double[] rules, float[] embedding, Prototypes.Nearness nearness, int words) {}

    /** Looks at a text that can be read. */
    Seen see(Verbatim verbatim) {
        String text = StageText.judged(verbatim);
        String lower = StageText.lower(text);
        float[] embedding = encoder.embed(text);
        return new Seen(
                rules.scores(lower),
                embedding,
                prototypes.to(prototypes.centred(embedding)),
                StageWords.words(lower).size());
    }

    /** How likely each stage is. */
    static double[] shares(Seen seen) {
        double[] scores = new double[seen.rules().length];
        for (int stage = 0; stage < scores.length; stage++) {
            scores[stage] =
                    seen.rules()[stage] / RULES
                            + (seen.nearness().mean()[stage]
                                            + seen.nearness().example()[stage]
                                            + seen.nearness().nearest()[stage])
                                    / COSINES;
        }
        return Shares.of(scores, SHARPNESS);
    }

    /**
     * 0 to 1: how much there is to go by, in the rules or in the embedding. A text of nothing but
     * common words is near whatever is as short.
     */
    static double evidence(Seen seen) {
        double rules = Scoring.DEFAULT.evidence(Shares.highest(seen.rules()));
        double cosine =
                seen.words() == 0 ? 0 : Math.max(0, Shares.highest(seen.nearness().nearest()));
        double near = cosine * cosine / (cosine * cosine + HALF_COSINE * HALF_COSINE);
        return 1 - (1 - rules) * (1 - near);
    }

    Prototypes prototypes() {
        return prototypes;
    }

    StageRules rules() {
        return rules;
    }

    StageSpans spans() {
        return spans;
    }
}
