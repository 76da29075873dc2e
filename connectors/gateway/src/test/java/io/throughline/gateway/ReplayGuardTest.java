package io.throughline.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.channels.signature.Proof;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReplayGuardTest {

    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");

    @Test
    void theMemoryOfRequestsIsBoundedAndForgetsWhatIsOver() {
        ReplayGuard guard = new ReplayGuard(3);
        for (int i = 0; i < 5; i++) {
            guard.written("slack", proof("p" + i, NOW.plusSeconds(300)), NOW);
        }
        assertThat(guard.size()).isEqualTo(3);
        assertThat(guard.has("slack", proof("p1", NOW))).as("the oldest").isFalse();
        assertThat(guard.has("slack", proof("p4", NOW))).isTrue();
        assertThat(guard.has("other", proof("p4", NOW))).as("of another channel").isFalse();

        guard.written("slack", proof("late", NOW.plusSeconds(900)), NOW.plusSeconds(301));
        assertThat(guard.size()).isEqualTo(1);

        guard.written("slack", new Proof("untimed", Optional.empty()), NOW);
        assertThat(guard.size()).as("a request without a signed time").isEqualTo(1);
    }

    private static Proof proof(String fingerprint, Instant until) {
        return new Proof(fingerprint, Optional.of(until));
    }
}
