package io.throughline.taggers.stage;

import io.throughline.domain.tagging.StageTagger;
import io.throughline.domain.tagging.Verbatim;
import io.throughline.journey.JourneyMap;
import io.throughline.journey.Stage;
import io.throughline.model.Abstention;
import io.throughline.model.StageTag;
import io.throughline.model.StageTags;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Tells the stage from the cues and examples of a journey map, without any training data.
 *
 * <p>Each stage gets a score: what its cues say, how near the text is to the nearest of its
 * examples, and what the words they share tell. Scores become shares by a softmax; stages close to
 * the best share the weight, and when even the best has little to stand on, the answer is that it
 * is unsure. The confidence is the share of the best stage times how much evidence there is at all.
 */
final class CuesAndExamplesTagger implements StageTagger {

    /** Characters (UTF-16 units) of a verbatim that are judged; the rest is not looked at. */
    static final int MAX_CHARS = 10_000;

    private final JourneyMap map;
    private final List<List<CueFinder>> cues = new ArrayList<>();
    private final TokenCues tokenCues;
    private final Examples examples;
    private final Scoring scoring;

    CuesAndExamplesTagger(JourneyMap map, Scoring scoring) {
        this.map = map;
        this.scoring = scoring;
        List<List<String>> texts = new ArrayList<>();
        for (Stage stage : map.stages()) {
            List<CueFinder> finders = stage.cues().stream().map(CueFinder::new).toList();
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
        this.tokenCues = new TokenCues(map);
        this.examples = new Examples(texts);
    }

    @Override
    public StageTags tag(Verbatim verbatim) {
        String text = judged(verbatim);
        if (text.isBlank()) {
            return abstained(Abstention.NO_TEXT);
        }
        if (!isEnglish(verbatim.language())) {
            return abstained(Abstention.LANGUAGE);
        }
        int[] hits = new int[cues.size()];
        for (int stage = 0; stage < hits.length; stage++) {
            for (CueFinder cue : cues.get(stage)) {
                hits[stage] += cue.finds(text) ? 1 : 0;
            }
        }
        tokenCues.count(text, hits);
        double[] scores = scoring.scores(hits, examples.to(StageWords.of(text)));
        return decide(scores);
    }

    private StageTags decide(double[] scores) {
        double[] shares = scoring.shares(scores);
        double best = 0;
        double strongest = 0;
        for (int stage = 0; stage < shares.length; stage++) {
            best = Math.max(best, shares[stage]);
            strongest = Math.max(strongest, scores[stage]);
        }
        double evidence = scoring.evidence(strongest);
        if (best * evidence < scoring.leastConfidence()) {
            return abstained(Abstention.UNSURE);
        }
        double total = 0;
        for (double share : shares) {
            total += share >= best * scoring.close() ? share : 0;
        }
        List<StageTag> tags = new ArrayList<>();
        for (int stage = 0; stage < shares.length; stage++) {
            if (shares[stage] >= best * scoring.close()) {
                tags.add(
                        new StageTag(
                                map.stages().get(stage).id(),
                                shares[stage] / total,
                                Math.min(1, shares[stage] * evidence)));
            }
        }
        tags.sort(Comparator.comparingDouble(StageTag::weight).reversed());
        return new StageTags(tags, null, CuesAndExamplesEngine.ID, map.journey(), map.version());
    }

    private StageTags abstained(Abstention why) {
        return new StageTags(
                List.of(), why, CuesAndExamplesEngine.ID, map.journey(), map.version());
    }

    private static String judged(Verbatim verbatim) {
        StringBuilder text = new StringBuilder();
        for (String turn : verbatim.turns()) {
            int room = MAX_CHARS - text.length();
            if (room <= 0) {
                break;
            }
            text.append(turn, 0, Math.min(turn.length(), room)).append('\n');
        }
        return text.toString().toLowerCase(Locale.ROOT);
    }

    private static boolean isEnglish(String language) {
        return language == null
                || language.isBlank()
                || language.equalsIgnoreCase("und")
                || language.toLowerCase(Locale.ROOT).split("[-_]", 2)[0].equals("en");
    }
}
