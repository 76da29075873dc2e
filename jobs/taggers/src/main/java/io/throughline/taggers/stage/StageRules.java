package io.throughline.taggers.stage;

import io.throughline.journey.Cue;
import io.throughline.journey.JourneyMap;
import io.throughline.journey.Moment;
import io.throughline.journey.Stage;
import java.util.ArrayList;
import java.util.List;

/** What the cues of a map and the words of its examples say of a text, stage by stage. */
final class StageRules {

    private final List<List<CueFinder>> cues = new ArrayList<>();
    private final CueIndex index;
    private final TokenCues tokenCues;
    private final Examples examples;
    private final Scoring scoring;

    StageRules(JourneyMap map, Scoring scoring) {
        this.scoring = scoring;
        List<List<String>> texts = new ArrayList<>();
        for (Stage stage : map.stages()) {
            List<CueFinder> finders = finders(stage);
            List<String> said = new ArrayList<>(stage.examples());
            if (stage.name() != null) {
                said.add(stage.name());
            }
            finders.stream()
                    .map(CueFinder::phrase)
                    .filter(phrase -> phrase != null)
                    .forEach(said::add);
            cues.add(finders);
            texts.add(said);
        }
        this.index = new CueIndex(cues);
        this.tokenCues = new TokenCues(map);
        this.examples = new Examples(texts);
    }

    private static List<CueFinder> finders(Stage stage) {
        List<Cue> cues = new ArrayList<>(stage.cues());
        for (Moment moment : stage.moments()) {
            cues.addAll(moment.cues());
        }
        return cues.stream().map(CueFinder::new).toList();
    }

    /** Finders of a stage's cues, those of its moments after its own. */
    List<CueFinder> cues(int stage) {
        return cues.get(stage);
    }

    TokenCues tokenCues() {
        return tokenCues;
    }

    /**
     * How many cues of each stage occur.
     *
     * @param lower the text in lower case
     */
    int[] hits(String lower) {
        int[] hits = new int[cues.size()];
        index.count(lower, hits);
        tokenCues.count(lower, hits);
        return hits;
    }

    /**
     * A score for each stage, 0 when nothing points to it.
     *
     * @param lower the text in lower case
     */
    double[] scores(String lower) {
        return scores(lower, hits(lower));
    }

    /** The same when the cues are counted already. */
    double[] scores(String lower, int[] hits) {
        return scoring.scores(hits, examples.to(StageWords.of(lower)));
    }
}
