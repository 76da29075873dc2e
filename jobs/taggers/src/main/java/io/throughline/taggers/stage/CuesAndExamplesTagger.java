package io.throughline.taggers.stage;

import io.throughline.domain.tagging.Evidence;
import io.throughline.domain.tagging.StageExplainer;
import io.throughline.domain.tagging.StageTagger;
import io.throughline.domain.tagging.Verbatim;
import io.throughline.journey.JourneyMap;
import io.throughline.model.Abstention;
import io.throughline.model.StageTags;
import java.util.List;
import java.util.Map;

/**
 * Tells the stage from the cues and examples of a journey map, without any training data.
 *
 * <p>Each stage gets a score: what its cues say, how near the text is to the nearest of its
 * examples, and what the words they share tell. Scores become shares by a softmax; stages close to
 * the best share the weight, and when even the best has little to stand on, the answer is that it
 * is unsure. The confidence is the share of the best stage times how much evidence there is at all.
 */
final class CuesAndExamplesTagger implements StageTagger, StageExplainer {

    /** Characters (UTF-16 units) of a verbatim that are judged; the rest is not looked at. */
    static final int MAX_CHARS = StageText.MAX_CHARS;

    private final StageRules rules;
    private final StageSpans spans;
    private final Scoring scoring;
    private final StageDecision decision;

    CuesAndExamplesTagger(JourneyMap map, Scoring scoring) {
        this.rules = new StageRules(map, scoring);
        this.spans = new StageSpans(map, rules);
        this.scoring = scoring;
        this.decision =
                new StageDecision(
                        map, CuesAndExamplesEngine.ID, scoring.close(), scoring.leastConfidence());
    }

    @Override
    public StageTags tag(Verbatim verbatim) {
        Abstention unreadable = StageText.unreadable(verbatim);
        if (unreadable != null) {
            return decision.abstained(unreadable);
        }
        double[] scores = rules.scores(StageText.lower(StageText.judged(verbatim)));
        double strongest = 0;
        for (double score : scores) {
            strongest = Math.max(strongest, score);
        }
        return decision.of(scoring.shares(scores), scoring.evidence(strongest));
    }

    @Override
    public Map<String, List<Evidence>> explain(Verbatim verbatim) {
        return StageText.unreadable(verbatim) == null ? spans.of(verbatim) : Map.of();
    }
}
