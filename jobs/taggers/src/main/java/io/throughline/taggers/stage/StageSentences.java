package io.throughline.taggers.stage;

import io.throughline.journey.Cue;
import io.throughline.journey.Moment;
import io.throughline.journey.Stage;
import java.util.ArrayList;
import java.util.List;

/** What a map says in words about a stage. */
final class StageSentences {

    private StageSentences() {}

    /** Examples and the name. */
    static List<String> examples(Stage stage) {
        List<String> said = new ArrayList<>(stage.examples());
        if (stage.name() != null) {
            said.add(stage.name());
        }
        return said;
    }

    /** Cues and moments' cues that are words or phrases. */
    static List<String> phrases(Stage stage) {
        List<Cue> cues = new ArrayList<>(stage.cues());
        for (Moment moment : stage.moments()) {
            cues.addAll(moment.cues());
        }
        return cues.stream()
                .map(cue -> new CueFinder(cue).phrase())
                .filter(phrase -> phrase != null)
                .distinct()
                .toList();
    }

    /** All of them. */
    static List<String> of(Stage stage) {
        List<String> all = examples(stage);
        all.addAll(phrases(stage));
        return all;
    }
}
