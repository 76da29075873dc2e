package io.throughline.taggers.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.journey.Cue;
import io.throughline.journey.JourneyMap;
import io.throughline.journey.ShippedJourneys;
import io.throughline.journey.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class CueIndexTest {

    @Test
    void countsWhatACueByCueSearchFindsOnEveryShippedMap() {
        List<String> texts = new ArrayList<>();
        for (String name : ShippedJourneys.NAMES) {
            for (Stage stage : ShippedJourneys.find(name).orElseThrow().stages()) {
                texts.addAll(stage.examples());
            }
        }
        for (String name : ShippedJourneys.NAMES) {
            JourneyMap map = ShippedJourneys.find(name).orElseThrow();
            List<List<CueFinder>> cues =
                    map.stages().stream()
                            .map(stage -> stage.cues().stream().map(CueFinder::new).toList())
                            .toList();
            CueIndex index = new CueIndex(cues);
            for (String text : texts) {
                String lower = text.toLowerCase(Locale.ROOT);
                int[] hits = new int[cues.size()];
                index.count(lower, hits);
                for (int stage = 0; stage < hits.length; stage++) {
                    assertThat(hits[stage])
                            .as(name + ": " + text)
                            .isEqualTo(
                                    (int)
                                            map.stages().get(stage).cues().stream()
                                                    .filter(
                                                            cue ->
                                                                    cue.pattern()
                                                                            .matcher(lower)
                                                                            .find())
                                                    .count());
                }
            }
        }
    }

    @Test
    void aCueThatOccursTwiceCountsOnceAndPhrasesEndWhereWordsEnd() {
        CueIndex index =
                new CueIndex(
                        List.of(
                                List.of(
                                        new CueFinder(Cue.parse("on hold")),
                                        new CueFinder(Cue.parse("#fail")))));
        int[] hits = new int[1];

        index.count("on hold, on hold, on holding", hits);
        assertThat(hits[0]).isEqualTo(1);
        index.count("late again #fail", hits);
        assertThat(hits[0]).isEqualTo(2);
    }
}
