package io.throughline.local.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.alert.AlertCommand;
import io.throughline.alert.AlertRules;
import io.throughline.alert.AlertRulesReader;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Rules as people write them. */
class RulesTextTest {

    @Test
    void timesAreInTheUnitsOfTheGuidesAndReadAsTheSame() {
        String yaml = RulesText.yaml(AlertRules.DEFAULT);

        assertThat(yaml)
                .contains("budget: 1 per 8w\n", "halfLife: 3w\n", "window: 5m\n")
                .contains("escalateAfter: 1d\n")
                .doesNotContain("PT");
        assertThat(AlertRulesReader.read("rules", yaml)).isEqualTo(AlertRules.DEFAULT);
        AlertRules odd =
                AlertRulesReader.read("odd", "budget: 3 per 8w\nwarmUp: 0s\nhalfLife: 36h\n");
        assertThat(AlertRulesReader.read("again", RulesText.yaml(odd))).isEqualTo(odd);
    }

    @Test
    void theBeginningOfTimeIsNoDate() {
        assertThat(RulesText.since(Optional.empty())).contains("nobody has set others");
        assertThat(RulesText.since(Optional.of(rules(Instant.EPOCH))))
                .isEqualTo("In force from the beginning, by configuration");
        assertThat(RulesText.since(Optional.of(rules(Instant.parse("2026-03-04T12:00:00Z")))))
                .isEqualTo("In force since 2026-03-04T12:00:00Z, by configuration");
    }

    private static AlertCommand rules(Instant from) {
        return new AlertCommand(
                "r",
                AlertCommand.Kind.RULES,
                from,
                "configuration",
                null,
                null,
                Map.of(),
                null,
                "");
    }
}
