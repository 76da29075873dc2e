package io.throughline.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.journey.Cue;
import io.throughline.journey.JourneyMap;
import io.throughline.journey.JourneyMapReader;
import io.throughline.journey.Stage;
import io.throughline.local.demo.words.Composer;
import io.throughline.local.demo.words.Dice;
import io.throughline.local.demo.words.Feeling;
import io.throughline.local.demo.words.Length;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What the incident is told with points to the stage it is about. Words of another stage in it make
 * that stage drop too, in a demo in which one thing goes wrong.
 */
class IncidentWordsTest {

    private static final int STORIES = 300;

    @ParameterizedTest
    @EnumSource(names = {"MEDIUM", "LONG", "ESSAY"})
    void theIncidentIsToldInWordsOfItsStageAndOfHardlyAnyOther(Length length) throws Exception {
        WorldRules rules = WorldRules.load();
        WorldRules.Incident incident = rules.incident();
        Composer composer = new Composer(rules.topicIds());
        List<String> stories =
                Stream.iterate(0, number -> number + 1)
                        .limit(STORIES)
                        .map(number -> Dice.of(1, "incident", number))
                        .map(
                                dice ->
                                        composer.tell(
                                                        incident.topic(),
                                                        incident.scenario(),
                                                        Feeling.NEGATIVE,
                                                        length,
                                                        dice)
                                                .text())
                        .toList();

        for (Stage stage : map().stages()) {
            long pointing = stories.stream().filter(story -> pointsTo(stage, story)).count();
            if (stage.id().equals(rules.stages().get(incident.topic()))) {
                assertThat(pointing).as(stage.id()).isEqualTo(STORIES);
            } else {
                assertThat(pointing).as(stage.id()).isLessThan(STORIES / 10);
            }
        }
    }

    private static boolean pointsTo(Stage stage, String story) {
        return stage.cues().stream().map(Cue::pattern).anyMatch(cue -> cue.matcher(story).find());
    }

    private static JourneyMap map() throws Exception {
        Path file = Path.of("../../examples/journeys/insurance.yaml");
        return JourneyMapReader.read("map", Files.readString(file));
    }
}
