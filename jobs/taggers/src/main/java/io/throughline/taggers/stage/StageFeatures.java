package io.throughline.taggers.stage;

import io.throughline.taggers.text.FeatureBuffer;
import io.throughline.taggers.text.Features;
import io.throughline.taggers.text.Tokens;
import io.throughline.taggers.text.TopicFeatures;

/**
 * What a stage student sees of a text: its words, and how many cues of each stage occur. The cues
 * carry what the map says to texts whose words the student has never met.
 */
final class StageFeatures {

    /** Cues of a stage that are told apart; more are as many. */
    private static final int MOST_HITS = 3;

    private final StageRules rules;
    private final String[][] names;

    StageFeatures(StageRules rules, int stages) {
        this.rules = rules;
        this.names = new String[stages][MOST_HITS];
        for (int stage = 0; stage < stages; stage++) {
            for (int hits = 0; hits < MOST_HITS; hits++) {
                names[stage][hits] = "stage " + stage + " cues " + (hits + 1);
            }
        }
    }

    /**
     * Features of a text.
     *
     * @param text as {@link StageText#judged} gives it
     */
    Features of(String text) {
        FeatureBuffer buffer = new FeatureBuffer();
        TopicFeatures.add(Tokens.of(text), buffer);
        int[] hits = rules.hits(StageText.lower(text));
        boolean any = false;
        for (int stage = 0; stage < hits.length; stage++) {
            for (int hit = 0; hit < Math.min(MOST_HITS, hits[stage]); hit++) {
                buffer.add(names[stage][hit]);
                any = true;
            }
        }
        if (!any) {
            buffer.add("no cue of any stage");
        }
        return buffer.features();
    }
}
