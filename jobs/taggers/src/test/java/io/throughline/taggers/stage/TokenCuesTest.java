package io.throughline.taggers.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.domain.tagging.EngineUnavailableException;
import io.throughline.domain.tagging.TokenMatch;
import io.throughline.domain.tagging.TokenPatternEngine;
import io.throughline.domain.tagging.TokenPatternFinder;
import io.throughline.journey.JourneyMap;
import io.throughline.journey.JourneyMapReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokenCuesTest {

    private static final JourneyMap MAP =
            JourneyMapReader.read(
                    "map.yaml",
                    """
                    apiVersion: throughline/v1
                    journey: shop
                    version: 1
                    stages:
                      - {id: buy, owner: a, examples: [x], cues: [{tokens: one}, {tokens: two}]}
                      - {id: use, owner: b, examples: [y], cues: [{tokens: three}, plain]}
                    unassigned: abstain
                    """);

    @Test
    void aMapWithTokenPatternsNeedsSomethingThatReadsThem() {
        assertThatThrownBy(() -> new CuesAndExamplesEngine().tagger(MAP))
                .isInstanceOf(EngineUnavailableException.class)
                .hasMessageContaining("throughline-nlp")
                .hasMessageContaining("tokens");
    }

    @Test
    void everyPatternCountsOnceForItsStage() {
        TokenCues cues = new TokenCues(MAP, new Containing());
        int[] hits = {0, 5};

        cues.count("one two two three two", hits);

        assertThat(hits).containsExactly(2, 6);
    }

    @Test
    void withoutPatternsNothingIsAsked() {
        int[] hits = {3};

        new TokenCues(Maps.broadband()).count("anything", hits);

        assertThat(hits).containsExactly(3);
    }

    /** Finds a pattern wherever it stands as it is. */
    private static final class Containing implements TokenPatternEngine {

        @Override
        public String id() {
            return "containing";
        }

        @Override
        public TokenPatternFinder compile(List<String> patterns) {
            return text -> {
                List<TokenMatch> matches = new ArrayList<>();
                for (int i = 0; i < patterns.size(); i++) {
                    String pattern = patterns.get(i);
                    for (int at = text.indexOf(pattern);
                            at >= 0;
                            at = text.indexOf(pattern, at + 1)) {
                        matches.add(new TokenMatch(i, at, at + pattern.length()));
                    }
                }
                return matches;
            };
        }
    }
}
