package io.throughline.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.console.ConsoleTokens;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageTokensTest {

    @TempDir Path directory;

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
}
