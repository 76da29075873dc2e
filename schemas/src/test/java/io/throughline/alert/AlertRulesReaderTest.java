package io.throughline.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.yaml.YamlException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlertRulesReaderTest {

    @Test
    void whatIsSilentIsAsStandard() {
        assertThat(AlertRulesReader.read("rules", "")).isEqualTo(AlertRules.DEFAULT);
        assertThat(AlertRulesReader.read("rules", "delta: 0.05").delta()).isEqualTo(0.05);
        assertThat(AlertRulesReader.read("rules", "delta: 0.05").window())
                .isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void everyKeyIsRead() {
        AlertRules rules =
                new AlertRules(
                        Duration.ofDays(28),
                        0.1,
                        Duration.ofDays(14),
                        3,
                        Duration.ofMinutes(15),
                        Duration.ofMinutes(10),
                        Duration.ofDays(4),
                        20,
                        5,
                        Duration.ofDays(3),
                        Duration.ofHours(12));

        assertThat(AlertRulesReader.read("rules", AlertRulesReader.yaml(rules))).isEqualTo(rules);
    }

    @ParameterizedTest
    @CsvSource({"5m,PT5M", "36h,PT36H", "21d,P21D", "8w,P56D", "PT90S,PT90S", "30 s,PT30S"})
    void durationsAreWrittenAsPeopleDo(String text, Duration duration) {
        assertThat(AlertRulesReader.duration(text)).hasValue(duration);
    }

    @Test
    void severalFalseAlarmsInATimeShareIt() {
        assertThat(AlertRulesReader.read("rules", "budget: 2 per 8w").budget())
                .isEqualTo(Duration.ofDays(28));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "budget: never",
                "budget: 0 per 8w",
                "delta: 0.9",
                "oddsRatio: 1",
                "window: 7m",
                "window: 90s",
                "warmUp: soon",
                "leastFeedback: 0",
                "noDataAfter: 5m"
            })
    void whatCannotBeIsSaidWithItsPlace(String yaml) {
        assertThatThrownBy(() -> AlertRulesReader.read("rules", yaml))
                .isInstanceOf(YamlException.class)
                .hasMessageStartingWith("rules:1:");
    }
}
