package io.throughline.channels.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TidTest {

    @Test
    void holdsItsTime() {
        assertThat(Tid.millis("3mg7j5kv6222b").map(Instant::ofEpochMilli))
                .contains(Instant.parse("2026-03-04T05:06:07.123Z"));
        assertThat(Tid.millis("2222222222222")).contains(0L);
    }

    @Test
    void growsWithTime() {
        assertThat(Tid.millis("3mptbypoy522s").orElseThrow())
                .isGreaterThan(Tid.millis("3mptbypcq372f").orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "self",
                "3jzfcijpj2z2",
                "3jzfcijpj2z2aa",
                "3jzfcijpj2z21",
                "zzzzzzzzzzzzz"
            })
    void aTextThatIsNoneHasNoTime(String text) {
        assertThat(Tid.millis(text)).isEmpty();
    }
}
