package io.throughline.taggers.stage;

import io.throughline.domain.tagging.Engines;
import io.throughline.domain.tagging.TokenMatch;
import io.throughline.domain.tagging.TokenPatternEngine;
import io.throughline.domain.tagging.TokenPatternFinder;
import io.throughline.journey.JourneyMap;
import java.util.ArrayList;
import java.util.List;

/**
 * The cues of a map that are token patterns. Another module reads them: it is asked only when a map
 * has some, and then for all of them at once.
 */
final class TokenCues {

    private final List<Integer> stages = new ArrayList<>();
    private final TokenPatternFinder finder;

    /**
     * @throws io.throughline.domain.tagging.EngineUnavailableException when the map has some and
     *     nothing reads them
     * @throws IllegalArgumentException when one is not valid
     */
    TokenCues(JourneyMap map) {
        this(map, null);
    }

    /**
     * @param engine null for the one on the class path
     */
    TokenCues(JourneyMap map, TokenPatternEngine engine) {
        List<String> patterns = new ArrayList<>();
        for (int stage = 0; stage < map.stages().size(); stage++) {
            for (String pattern : map.stages().get(stage).tokenCues()) {
                patterns.add(pattern);
                stages.add(stage);
            }
        }
        this.finder = patterns.isEmpty() ? text -> List.of() : reader(engine).compile(patterns);
    }

    private static TokenPatternEngine reader(TokenPatternEngine engine) {
        return engine == null ? Engines.tokenPatterns() : engine;
    }

    /** Where they occur, by pattern and then by place. */
    List<TokenMatch> find(String text) {
        return finder.find(text);
    }

    /** The stage of a pattern, by its place in the map. */
    int stage(int pattern) {
        return stages.get(pattern);
    }

    /** Adds 1 to a stage for each of its patterns that occurs. */
    void count(String text, int[] hits) {
        int before = -1;
        for (TokenMatch match : finder.find(text)) {
            if (match.pattern() != before) {
                hits[stages.get(match.pattern())]++;
                before = match.pattern();
            }
        }
    }
}
