package io.throughline.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsoleCommandTest {

    private static final String HEAD = "apiVersion: throughline/v1\njourney: insurance\n";
    private static final String SEARCH = "elasticsearch: {hosts: [\"http://127.0.0.1:1\"]}\n";

    @TempDir Path home;

    @Test
    void withoutAnElasticsearchOfItsOwnItSaysWhatToDoNext() throws IOException {
        Called called = console(HEAD);

        assertThat(called.exit()).isEqualTo(1);
        assertThat(String.join("\n", called.err()))
                .contains("names no Elasticsearch")
                .contains("hosts: [\"http://HOST:9200\"]")
                .contains("throughline run");
        assertThat(called.out()).isEmpty();
    }

    @Test
    void aConfigurationThatIsNotThereIsNamed() {
        Called called =
                Called.with(home, "", "console", "--config", home.resolve("no.yaml").toString());

        assertThat(called.exit()).isEqualTo(1);
        assertThat(String.join("\n", called.err())).contains("no.yaml");
    }

    @Test
    void aFileOfTokensThatIsNotThereIsNamed() throws IOException {
        Called called = console(HEAD + SEARCH + "console: {tokenFile: no-tokens}\n");

        assertThat(called.exit()).isEqualTo(1);
        assertThat(String.join("\n", called.err())).contains("no-tokens");
    }

    @Test
    void aPortThatIsNoneIsRefused() throws IOException {
        Called called = console(HEAD + SEARCH, "--port", "70000");

        assertThat(called.exit()).isEqualTo(2);
        assertThat(String.join("\n", called.err())).contains("0 to 65535");
    }

    @Test
    void helpTellsThePathsAndAnExample() {
        Called called = Called.with(home, "", "console", "--help");

        assertThat(called.exit()).isZero();
        assertThat(String.join("\n", called.out()))
                .contains("--config", "--host", "--port", "/ready", "links.page");
    }

    private Called console(String config, String... more) throws IOException {
        Path file = Files.writeString(home.resolve("throughline.yaml"), config);
        String[] line = new String[more.length + 3];
        line[0] = "console";
        line[1] = "--config";
        line[2] = file.toString();
        System.arraycopy(more, 0, line, 3, more.length);
        return Called.with(home, "", line);
    }
}
