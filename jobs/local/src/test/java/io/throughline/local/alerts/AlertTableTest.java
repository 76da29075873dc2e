package io.throughline.local.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.alert.AlertCommand;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlertTableTest {

    private static final Instant NOON = AlertMaker.NOON;

    @Test
    void aLineAnAlertWithFiguresOwnerAndWhoHasIt() {
        List<String> lines =
                AlertTable.alerts(List.of(AlertMaker.taken("5b1f0c77", 2, "dana")))
                        .lines()
                        .toList();

        assertThat(lines).hasSize(2);
        assertThat(lines.get(1))
                .startsWith("5b1f0c77")
                .contains("firing", "claim", "drop", "2026-03-04T10:00:00Z")
                .contains("25 % -> 50 %", "1,040")
                .endsWith("claims, taken up by dana");
    }

    @Test
    void aLineASilenceWithWhatItHoldsBackAndUntilWhen() {
        AlertCommand silence =
                AlertCommand.silence(
                        Map.of("stage", "claim"), NOON.plusSeconds(60), "dana", "outage", NOON);
        List<Silence> silences = List.of(new Silence(silence, null));

        assertThat(AlertTable.silences(silences, NOON))
                .contains(silence.id(), "{stage=claim}", "2026-03-04T12:01:00Z", "dana", "outage")
                .doesNotContain("(over)");
        assertThat(AlertTable.silences(silences, NOON.plusSeconds(60))).contains("(over)");
    }
}
