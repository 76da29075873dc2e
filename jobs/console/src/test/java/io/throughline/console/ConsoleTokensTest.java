package io.throughline.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsoleTokensTest {

    private static final String TOKEN = "0123456789abcdefghij";

    @TempDir Path directory;

    @Test
    void knowsWhoseTokenItIs() throws Exception {
        ConsoleTokens tokens = read("# us\n\ndana " + TOKEN + "\nlee  " + TOKEN + "x\n");

        assertThat(tokens.none()).isFalse();
        assertThat(tokens.holder("Bearer " + TOKEN)).hasValue("dana");
        assertThat(tokens.holder("Bearer " + TOKEN + "x")).hasValue("lee");
        assertThat(tokens.holder("Bearer " + TOKEN + "y")).isEmpty();
        assertThat(tokens.holder(TOKEN)).isEmpty();
        assertThat(tokens.holder(null)).isEmpty();
    }

    @Test
    void nobodyHoldsAnythingByDefault() throws Exception {
        assertThat(ConsoleTokens.NONE.none()).isTrue();
        assertThat(ConsoleTokens.NONE.holder("Bearer ")).isEmpty();
        assertThat(read("# nobody yet\n").none()).isTrue();
    }

    @Test
    void saysWhichLineIsWrongAndNeverTheToken() {
        for (String line : new String[] {"dana short-one", "dana", "dana " + TOKEN + " x"}) {
            assertThatThrownBy(() -> read("lee " + TOKEN + "\n" + line))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("tokens:2")
                    .hasMessageNotContaining("short-one")
                    .hasMessageNotContaining(TOKEN);
        }
        assertThatThrownBy(() -> read("lee " + TOKEN + "\nlee " + TOKEN + "x"))
                .hasMessageContaining("lee has a token already");
    }

    private ConsoleTokens read(String text) throws IOException {
        return ConsoleTokens.read(Files.writeString(directory.resolve("tokens"), text));
    }
}
