package io.throughline.taggers.stage;

import io.throughline.journey.JourneyMap;
import io.throughline.model.Abstention;
import io.throughline.model.StageTag;
import io.throughline.model.StageTags;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * From how likely each stage is to the tags of a feedback: stages close to the best share the
 * weight, and when even the best has little to stand on, there is none.
 *
 * @param engine id on the tags
 * @param close stages with at least this part of the best share are answers too
 * @param leastConfidence below it the tagger is unsure
 */
record StageDecision(JourneyMap map, String engine, double close, double leastConfidence) {

    /** Confidence at least of a text that no word connects with the map. */
    private static final double LEAST_BY_LIKENESS = 0.4;

    /**
     * The tags.
     *
     * @param shares of the stages in the order of the map; they sum to 1
     * @param evidence 0 to 1: how much there is to go by
     */
    StageTags of(double[] shares, double evidence) {
        double best = 0;
        for (double share : shares) {
            best = Math.max(best, share);
        }
        if (best * evidence < leastConfidence) {
            return abstained(Abstention.UNSURE);
        }
        double total = 0;
        for (double share : shares) {
            total += share >= best * close ? share : 0;
        }
        List<StageTag> tags = new ArrayList<>();
        for (int stage = 0; stage < shares.length; stage++) {
            if (shares[stage] >= best * close) {
                tags.add(
                        new StageTag(
                                map.stages().get(stage).id(),
                                shares[stage] / total,
                                Math.min(1, shares[stage] * evidence)));
            }
        }
        tags.sort(Comparator.comparingDouble(StageTag::weight).reversed());
        return new StageTags(tags, null, engine, map.journey(), map.version());
    }

    /**
     * The tags of a text that may share no word with the map: what it is like has to say more then,
     * because a bare feeling is like whatever is as short.
     *
     * @param worded whether a cue or a word of the map is in the text; asked only when it matters
     */
    StageTags of(double[] shares, double evidence, BooleanSupplier worded) {
        return Shares.highest(shares) * evidence < LEAST_BY_LIKENESS && !worded.getAsBoolean()
                ? abstained(Abstention.UNSURE)
                : of(shares, evidence);
    }

    StageTags abstained(Abstention why) {
        return new StageTags(List.of(), why, engine, map.journey(), map.version());
    }
}
