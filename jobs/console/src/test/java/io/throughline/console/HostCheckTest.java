package io.throughline.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostCheckTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LOCALHOST:8080",
                "127.0.0.1:1",
                "127.1.2.3",
                "[::1]:80",
                "::1"
            })
    void answersUnderLoopback(String header) {
        assertThat(new HostCheck("127.0.0.1").allows(header)).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " ",
                "evil.example",
                "evil.example:8080",
                "127.0.0.1.evil.example",
                "localhost.evil.example",
                "10.0.0.1:8080",
                "[fe80::1]:80"
            })
    void refusesOthersOnLoopback(String header) {
        assertThat(new HostCheck("127.0.0.1").allows(header)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "cx.internal, cx.internal:8080, true",
        "cx.internal, other.internal:8080, false",
        "[fe80::1], [fe80::1]:80, true",
        "0.0.0.0, 10.0.0.1:8080, true",
        "::, [fe80::1]:80, true",
        "0.0.0.0, evil.example, false",
        "0.0.0.0, dead.beef, false"
    })
    void answersUnderTheBoundAddress(String bound, String header, boolean answers) {
        assertThat(new HostCheck(bound).allows(header)).isEqualTo(answers);
    }

    @Test
    void answersUnderTheNamesThatItIsPublishedUnder() {
        HostCheck check = new HostCheck("0.0.0.0", Set.of("Feedback.Example"));
        assertThat(check.allows("feedback.example:443")).isTrue();
        assertThat(check.allows("other.example")).isFalse();
    }
}
