package io.throughline.local.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.console.ConsoleTokens;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageTokensTest {

    private static final String HEAD = "apiVersion: throughline/v1\njourney: insurance\n";

    @TempDir Path directory;

    @Test
    void nobodyChangesAnythingUnlessAFileIsNamed() throws Exception {
        assertThat(configured(HEAD).none()).isTrue();
        assertThat(configured(HEAD + "console: {port: 0}\n").none()).isTrue();
    }

    @Test
    void theFileIsBesideTheConfiguration() throws Exception {
        Files.writeString(directory.resolve("tokens"), "dana 0123456789abcdefghij\n");

        assertThat(configured(HEAD + "console: {tokenFile: tokens}\n").none()).isFalse();
    }

    @Test
    void aFileThatIsNotThereOrNoUseIsNoSilentReadOnly() throws Exception {
        assertThatThrownBy(() -> configured(HEAD + "console: {tokenFile: none}\n"))
                .isInstanceOf(NoSuchFileException.class);
        Files.writeString(directory.resolve("tokens"), "dana short\n");
        assertThatThrownBy(() -> configured(HEAD + "console: {tokenFile: tokens}\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("tokens:1");
    }

    @Test
    void theDemoMakesAFileOnceForItsUserAlone() throws Exception {
        Path file = PageTokens.ofDemo(directory);
        String made = Files.readString(file);

        assertThat(PageTokens.ofDemo(directory)).isEqualTo(file).hasContent(made);
        assertThat(ConsoleTokens.read(file).none()).isFalse();
        assertThat(PageTokens.link(file)).matches("/#/token/[0-9a-f]{32}");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    private ConsoleTokens configured(String yaml) throws Exception {
        return PageTokens.configured(
                Files.writeString(directory.resolve("throughline.yaml"), yaml));
    }
}
