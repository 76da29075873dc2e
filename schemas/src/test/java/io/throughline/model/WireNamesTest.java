package io.throughline.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.throughline.alert.AlertState;
import io.throughline.alert.Direction;
import org.junit.jupiter.api.Test;

/** Names that users' files, scripts and stored records hold on to. */
class WireNamesTest {

    @Test
    void ofAlerts() {
        assertThat(AlertState.values())
                .extracting(AlertState::id)
                .containsExactly("firing", "recovering", "resolved", "no-data", "suppressed");
        assertThat(Direction.values())
                .extracting(Direction::id)
                .containsExactly("drop", "rise", "volume-surge", "volume-collapse");
    }

    @Test
    void ofHealth() {
        assertThat(HealthState.values())
                .extracting(HealthState::id)
                .containsExactly("ok", "silent", "behind", "failing");
    }

    @Test
    void ofAbstentions() {
        assertThat(Abstention.values())
                .extracting(Abstention::id)
                .containsExactly("no-text", "language", "unsure");
    }

    @Test
    void ofFailures() {
        assertThat(FailureReason.values())
                .extracting(Enum::name)
                .containsExactly(
                        "MALFORMED",
                        "INVALID_ENCODING",
                        "MISSING_FIELD",
                        "INVALID_FIELD",
                        "TOO_LARGE",
                        "TOO_DEEP",
                        "UNSUPPORTED",
                        "TAGGER_FAILED",
                        "INDEX_REJECTED");
    }

    @Test
    void ofChannels() {
        assertThat(Channel.values())
                .extracting(Channel::id)
                .containsExactly(
                        "web",
                        "mobile",
                        "phone",
                        "social",
                        "email",
                        "post",
                        "inperson",
                        "internal",
                        "other");
        assertThat(Channel.of("phone")).contains(Channel.PHONE);
        assertThat(Channel.of("PHONE")).isEmpty();
    }

    @Test
    void aScaleHasTwoEnds() {
        assertThat(new Rating(7, 0, 10).normalized()).isEqualTo(0.3999999999999999);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Rating(1, 0, Double.POSITIVE_INFINITY));
        assertThatIllegalArgumentException().isThrownBy(() -> new Rating(Double.NaN, 0, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> new Rating(6, 1, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> new Rating(1, 1, 1));
    }
}
