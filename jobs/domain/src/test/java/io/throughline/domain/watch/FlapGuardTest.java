package io.throughline.domain.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.domain.detect.Phase;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlapGuardTest {

    private final FlapGuard guard = new FlapGuard();

    @Test
    void anOrdinaryLifeIsNoFlapping() {
        List.of(Phase.QUIET, Phase.FIRES, Phase.FIRING, Phase.RECOVERING, Phase.RECOVERED)
                .forEach(guard::next);

        assertThat(guard.flapping()).isFalse();
    }

    @Test
    void fourChangesInTwentyEvaluationsAre() {
        List.of(Phase.FIRES, Phase.RECOVERING, Phase.FIRING, Phase.RECOVERING).forEach(guard::next);

        assertThat(guard.flapping()).isTrue();
    }

    @Test
    void changesThatLieFartherApartAreNot() {
        for (int i = 0; i < 10; i++) {
            guard.next(i % 2 == 0 ? Phase.FIRING : Phase.RECOVERING);
            for (int calm = 0; calm < 6; calm++) {
                guard.next(i % 2 == 0 ? Phase.FIRING : Phase.RECOVERING);
            }
        }

        assertThat(guard.flapping()).isFalse();
    }

    @Test
    void itEndsWhenThingsHaveCalmedDown() {
        fourChangesInTwentyEvaluationsAre();
        for (int i = 0; i < 17; i++) {
            guard.next(Phase.RECOVERING);
            assertThat(guard.flapping()).isTrue();
        }
        guard.next(Phase.RECOVERING);
        guard.next(Phase.RECOVERING);

        assertThat(guard.flapping()).isFalse();
    }
}
