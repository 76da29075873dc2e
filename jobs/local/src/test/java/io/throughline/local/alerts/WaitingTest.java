package io.throughline.local.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.alert.AlertCommand;
import io.throughline.local.alerts.Waiting.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WaitingTest {

    private static final AlertCommand TAKE =
            AlertCommand.acknowledge("5b1f0c77", "dana", null, AlertMaker.NOON);
    private static final AlertBook NOT_YET =
            new AlertBook(List.of(AlertMaker.open("5b1f0c77", 1)), List.of());
    private static final AlertBook TAKEN =
            new AlertBook(List.of(AlertMaker.taken("5b1f0c77", 2, "dana")), List.of());

    @Test
    void aCommandThatNobodyReadIsUnheard() throws Exception {
        assertThat(new Waiting(() -> NOT_YET, () -> false).await(TAKE, Duration.ZERO))
                .isEqualTo(Outcome.UNHEARD);
    }

    @Test
    void aCommandWhoseTimeHasNotComeIsHeard() throws Exception {
        assertThat(new Waiting(() -> NOT_YET, () -> true).await(TAKE, Duration.ZERO))
                .isEqualTo(Outcome.HEARD);
    }

    @Test
    void aCommandThatTheAlertShowsIsInEffect() throws Exception {
        assertThat(new Waiting(() -> TAKEN, () -> true).await(TAKE, Duration.ofDays(1)))
                .isEqualTo(Outcome.IN_EFFECT);
    }

    @Test
    void acceptanceIsAnotherThingThanTakingUp() {
        AlertCommand accept = AlertCommand.accept("5b1f0c77", "dana", null, AlertMaker.NOON);

        assertThat(Waiting.seen(TAKE, TAKEN)).isTrue();
        assertThat(Waiting.seen(accept, TAKEN)).isFalse();
    }

    @Test
    void aSilenceIsInEffectOnceItIsRead() throws Exception {
        AlertCommand silence =
                AlertCommand.silence(
                        Map.of("stage", "claim"),
                        AlertMaker.NOON.plusSeconds(60),
                        "dana",
                        null,
                        AlertMaker.NOON);

        assertThat(new Waiting(() -> NOT_YET, () -> true).await(silence, Duration.ZERO))
                .isEqualTo(Outcome.IN_EFFECT);
    }
}
