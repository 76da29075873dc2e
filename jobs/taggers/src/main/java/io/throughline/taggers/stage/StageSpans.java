package io.throughline.taggers.stage;

import io.throughline.domain.tagging.Evidence;
import io.throughline.domain.tagging.TokenMatch;
import io.throughline.domain.tagging.Verbatim;
import io.throughline.journey.JourneyMap;
import io.throughline.journey.Stage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The places of a text that point to a stage: its cues and its moments' cues, and words that its
 * name, examples and cues have and few other stages have.
 */
final class StageSpans {

    private static final double CUE = 1.0;
    private static final double WORD = 0.5;
    private static final int MOST = 20;
    private static final double LEAST = 0.05;

    private final JourneyMap map;
    private final StageRules rules;
    private final Map<String, Set<Integer>> stagesWith = new HashMap<>();

    StageSpans(JourneyMap map, StageRules rules) {
        this.map = map;
        this.rules = rules;
        for (int stage = 0; stage < map.stages().size(); stage++) {
            for (String said : StageSentences.of(map.stages().get(stage))) {
                for (StageWords.Word word : StageWords.words(StageText.lower(said))) {
                    stagesWith.computeIfAbsent(word.root(), r -> new HashSet<>()).add(stage);
                }
            }
        }
    }

    /** Stage id to its evidence, strongest first; stages without any are not there. */
    Map<String, List<Evidence>> of(Verbatim verbatim) {
        String text = StageText.judged(verbatim);
        String lower = StageText.lower(text);
        List<List<Evidence>> found = new ArrayList<>();
        for (int stage = 0; stage < map.stages().size(); stage++) {
            List<Evidence> ofStage = new ArrayList<>();
            for (CueFinder cue : rules.cues(stage)) {
                int[] span = cue.find(lower);
                if (span != null) {
                    ofStage.add(evidence(text, span[0], span[1], CUE));
                }
            }
            found.add(ofStage);
        }
        for (TokenMatch match : rules.tokenCues().find(lower)) {
            found.get(rules.tokenCues().stage(match.pattern()))
                    .add(evidence(text, match.start(), match.end(), CUE));
        }
        for (StageWords.Word word : StageWords.words(lower)) {
            Set<Integer> with = stagesWith.getOrDefault(word.root(), Set.of());
            double weight = WORD * Math.log((1.0 + map.stages().size()) / Math.max(1, with.size()));
            double most = Math.log(1.0 + map.stages().size());
            for (int stage : with) {
                List<Evidence> ofStage = found.get(stage);
                if (weight / most > LEAST && !isCovered(ofStage, word)) {
                    ofStage.add(evidence(text, word.start(), word.end(), weight / most));
                }
            }
        }
        Map<String, List<Evidence>> byStage = new TreeMap<>();
        for (int stage = 0; stage < found.size(); stage++) {
            Stage of = map.stages().get(stage);
            if (!found.get(stage).isEmpty()) {
                byStage.put(of.id(), strongest(found.get(stage)));
            }
        }
        return byStage;
    }

    /** Whether there is any for any stage. */
    boolean areIn(Verbatim verbatim) {
        return !of(verbatim).isEmpty();
    }

    private static boolean isCovered(List<Evidence> spans, StageWords.Word word) {
        return spans.stream()
                .anyMatch(span -> span.start() <= word.start() && span.end() >= word.end());
    }

    private static Evidence evidence(String text, int start, int end, double contribution) {
        return new Evidence(start, end, text.substring(start, end), contribution);
    }

    private static List<Evidence> strongest(List<Evidence> spans) {
        return spans.stream()
                .sorted(
                        Comparator.comparingDouble(Evidence::contribution)
                                .reversed()
                                .thenComparingInt(Evidence::start))
                .limit(MOST)
                .toList();
    }
}
