package io.throughline.pipeline.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.alert.AlertCommand;
import io.throughline.alert.AlertRules;
import io.throughline.alert.AlertRulesReader;
import io.throughline.pipeline.Samples;
import io.throughline.pipeline.WordSentiment;
import io.throughline.pipeline.WordStage;
import io.throughline.pipeline.tagging.TaggingSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfiguredCommandsTest {

    private static final Instant NOW = Instant.parse("2026-03-04T12:00:00Z");

    private final List<AlertCommand> log = new ArrayList<>();

    @Test
    void theFirstRulesAndMapCountFromTheBeginningOfTime() {
        List<AlertCommand> said = say(AlertRules.DEFAULT, Samples.JOURNEY);

        assertThat(said)
                .extracting(AlertCommand::kind)
                .containsExactly(AlertCommand.Kind.RULES, AlertCommand.Kind.JOURNEY);
        assertThat(said).allSatisfy(command -> assertThat(command.from()).isEqualTo(Instant.EPOCH));
        assertThat(AlertRulesReader.read("rules", said.get(0).document()))
                .isEqualTo(AlertRules.DEFAULT);
        assertThat(said.get(1).document()).isEqualTo(Samples.JOURNEY);
    }

    @Test
    void whatDidNotChangeIsNotSaidAgain() {
        say(AlertRules.DEFAULT, Samples.JOURNEY);

        assertThat(say(AlertRules.DEFAULT, Samples.JOURNEY)).isEmpty();
    }

    @Test
    void aChangeCountsFromNowOnAndSoDoesTheWayBack() {
        AlertRules bold = AlertRulesReader.read("rules", "delta: 0.2");
        say(AlertRules.DEFAULT, Samples.JOURNEY);

        AlertCommand there = say(bold, Samples.JOURNEY).get(0);
        AlertCommand back = say(AlertRules.DEFAULT, Samples.JOURNEY).get(0);

        assertThat(there.from()).isEqualTo(NOW);
        assertThat(back.from()).isEqualTo(NOW);
        assertThat(log).extracting(AlertCommand::id).doesNotHaveDuplicates().hasSize(4);
    }

    @Test
    void anotherJourneyHasABeginningOfItsOwn() {
        say(AlertRules.DEFAULT, Samples.JOURNEY);
        String other = Samples.JOURNEY.replace("journey: shop", "journey: stall");

        assertThat(say(AlertRules.DEFAULT, other))
                .singleElement()
                .extracting(AlertCommand::from)
                .isEqualTo(Instant.EPOCH);
        assertThat(say(AlertRules.DEFAULT, Samples.JOURNEY)).isEmpty();
    }

    private List<AlertCommand> say(AlertRules rules, String map) {
        List<AlertCommand> due =
                ConfiguredCommands.due(
                        log::forEach,
                        rules,
                        new TaggingSettings(WordSentiment.ID, WordStage.ID, "shop.yaml", map),
                        NOW);
        log.addAll(due);
        return due;
    }
}
