package io.throughline.taggers.stage;

import io.throughline.taggers.stage.JourneyAdvice.MisleadingCue;
import io.throughline.taggers.stage.JourneyAdvice.SilentCue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What the cues of a map find in the stream. */
final class CueUse {

    private static final int LEAST_TEXTS = 5;
    private static final double ELSEWHERE = 0.6;
    private static final int MOST = 20;

    private final List<SilentCue> silent = new ArrayList<>();
    private final List<MisleadingCue> misleading = new ArrayList<>();

    CueUse(List<AdvisedText> texts, List<String> stages, StageRules rules) {
        List<String> lower = texts.stream().map(AdvisedText::lower).toList();
        for (int stage = 0; stage < stages.size(); stage++) {
            for (CueFinder cue : rules.cues(stage)) {
                look(texts, lower, stages, stage, cue);
            }
        }
        misleading.sort(
                Comparator.comparingDouble((MisleadingCue cue) -> -cue.elsewhere() * cue.texts()));
    }

    private void look(
            List<AdvisedText> texts,
            List<String> lower,
            List<String> stages,
            int stage,
            CueFinder cue) {
        int found = 0;
        int placed = 0;
        double[] by = new double[stages.size()];
        for (int i = 0; i < texts.size(); i++) {
            if (cue.finds(lower.get(i))) {
                found++;
                if (texts.get(i).isPlaced()) {
                    by[texts.get(i).stage()]++;
                    placed++;
                }
            }
        }
        if (found == 0) {
            silent.add(new SilentCue(stages.get(stage), cue.source()));
            return;
        }
        double elsewhere = placed == 0 ? 0 : 1 - by[stage] / placed;
        if (placed >= LEAST_TEXTS && elsewhere >= ELSEWHERE) {
            misleading.add(
                    new MisleadingCue(
                            stages.get(stage),
                            cue.source(),
                            found,
                            elsewhere,
                            stages.get(Shares.best(by))));
        }
    }

    List<SilentCue> silent() {
        return List.copyOf(silent);
    }

    List<MisleadingCue> misleading() {
        return List.copyOf(misleading.subList(0, Math.min(MOST, misleading.size())));
    }
}
