package io.throughline.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsoleTokensTest {

    private static final String TOKEN = "0123456789abcdefghij";

    @TempDir Path directory;

    @Test
    void knowsWhoseTokenItIs() throws Exception {
        ConsoleTokens tokens = read("# us\n\ndana " + TOKEN + "\nlee  " + TOKEN + "x\n");

        assertThat(tokens.none()).isFalse();
        assertThat(tokens.holder("Bearer " + TOKEN)).hasValue(new Person("dana", Role.EDITOR));
        assertThat(tokens.holder("Bearer " + TOKEN + "x")).hasValue(new Person("lee", Role.EDITOR));
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
        for (String line :
                new String[] {
                    "dana short-one", "dana", "dana " + TOKEN + " x", "dana " + TOKEN + " admin x"
                }) {
            assertThatThrownBy(() -> read("lee " + TOKEN + "\n" + line))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("tokens:2")
                    .hasMessageNotContaining("short-one")
                    .hasMessageNotContaining(TOKEN);
        }
        assertThatThrownBy(() -> read("lee " + TOKEN + "\nlee " + TOKEN + "x"))
                .hasMessageContaining("lee has a token already");
    }

    @Test
    void readsRoles() throws Exception {
        ConsoleTokens tokens =
                read("v " + TOKEN + "1 viewer\ne " + TOKEN + "2 editor\na " + TOKEN + "3 admin\n");

        assertThat(role(tokens, "1")).isEqualTo(Role.VIEWER);
        assertThat(role(tokens, "2")).isEqualTo(Role.EDITOR);
        assertThat(role(tokens, "3")).isEqualTo(Role.ADMIN);
        assertThat(Role.ADMIN.includes(Role.EDITOR)).isTrue();
        assertThat(Role.EDITOR.includes(Role.EDITOR)).isTrue();
        assertThat(Role.VIEWER.includes(Role.EDITOR)).isFalse();
        assertThatThrownBy(() -> read("a " + TOKEN + " boss"))
                .hasMessageContaining("viewer, editor or admin");
    }

    private static Role role(ConsoleTokens tokens, String end) {
        return tokens.holder("Bearer " + TOKEN + end).orElseThrow().role();
    }

    @Test
    void twoPeopleHaveNotTheSameToken() {
        assertThatThrownBy(() -> read("dana " + TOKEN + "\nlee " + TOKEN))
                .hasMessageContaining("tokens:2")
                .hasMessageContaining("somebody else's")
                .hasMessageNotContaining(TOKEN);
    }

    @Test
    void aChangedFileIsReadAgainAndABrokenOneChangesNothing() throws Exception {
        ConsoleTokens tokens = read("dana " + TOKEN + "\n");

        write("dana " + TOKEN + " admin\nlee " + TOKEN + "x\n");
        assertThat(role(tokens, "")).isEqualTo(Role.ADMIN);
        assertThat(role(tokens, "x")).isEqualTo(Role.EDITOR);

        write("lee is not a line\n");
        assertThat(role(tokens, "")).isEqualTo(Role.ADMIN);

        write("lee " + TOKEN + "xx\n");
        assertThat(tokens.holder("Bearer " + TOKEN)).isEmpty();
        assertThat(role(tokens, "xx")).isEqualTo(Role.EDITOR);

        Files.delete(directory.resolve("tokens"));
        assertThat(role(tokens, "xx")).isEqualTo(Role.EDITOR);
    }

    @Test
    void saysWhenOthersCanReadTheFile() throws Exception {
        Path file = directory.resolve("tokens");
        ConsoleTokens tokens = read("dana " + TOKEN + "\n");

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThat(tokens.warning()).hasValueSatisfying(w -> assertThat(w).contains("chmod 600"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertThat(tokens.warning()).isEmpty();
    }

    private void write(String text) throws IOException {
        Files.writeString(directory.resolve("tokens"), text);
    }

    private ConsoleTokens read(String text) throws IOException {
        return ConsoleTokens.read(Files.writeString(directory.resolve("tokens"), text));
    }
}
