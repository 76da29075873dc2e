package io.throughline.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlertCommandTest {

    private static final Instant NOW = Instant.parse("2026-03-15T09:00:10Z");
    private static final Instant LATER = NOW.plus(Duration.ofDays(2));

    @Test
    void takingAnAlertUpTwiceIsOneCommand() {
        AlertCommand first = AlertCommand.acknowledge("a1", "dana", "on it", NOW);
        AlertCommand second = AlertCommand.acknowledge("a1", "lee", null, LATER);

        assertThat(first.id()).isEqualTo(second.id());
        assertThat(first.alert()).isEqualTo("a1");
        assertThat(AlertCommand.accept("a1", "dana", null, NOW).id()).isNotEqualTo(first.id());
    }

    @Test
    void aSilenceSaidTwiceInAMinuteIsOneAndAnotherStageIsAnother() {
        AlertCommand silence = silence("claim", NOW);

        assertThat(silence("claim", NOW.plusSeconds(30)).id()).isEqualTo(silence.id());
        assertThat(silence("claim", NOW.plusSeconds(60)).id()).isNotEqualTo(silence.id());
        assertThat(silence("quote", NOW).id()).isNotEqualTo(silence.id());
    }

    @Test
    void aSilenceEndsAfterItBegins() {
        assertThatThrownBy(() -> AlertCommand.silence(Map.of(), NOW, "dana", null, NOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("before it begins");
    }

    private static AlertCommand silence(String stage, Instant from) {
        return AlertCommand.silence(Map.of("stage", stage), LATER, "dana", null, from);
    }
}
