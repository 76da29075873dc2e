package io.throughline.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the command says before it looks at any server. */
class AlertsCommandTest {

    @TempDir Path home;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "alerts show | name an alert, as ./throughline alerts lists them.",
                "alerts acknowledge | name an alert, as ./throughline alerts lists them.",
                "alerts unsilence | name a silence, as ./throughline alerts silences lists them.",
                "alerts silence --stage claim | say which stage and how long",
                "alerts list 5b1f | '5b1f' is one too many",
                "alerts silence --stage claim --for long | --for long: a time is a number and a unit",
                "alerts accept 5b1f --from yesterday | --from yesterday: a time is written",
                "alerts silence --stage claim --for 2d --rule nonsense | there is no rule 'nonsense'; there are sentiment-drop, sentiment-rise, volume-surge, volume-collapse.",
                "alerts accept 5b1f --wait -1 | --wait -1: a time is a number and a unit"
            })
    void whatMakesNoSenseIsASentence(String line, String sentence) throws Exception {
        Path directory = Files.createDirectories(home.resolve("data/kafka/data"));
        Files.createFile(directory.resolve("a-topic"));

        Called called = call(line + " --data-dir " + home.resolve("none"));

        assertThat(called.exit()).isEqualTo(2);
        assertThat(called.out()).isEmpty();
        assertThat(String.join("\n", called.err())).startsWith("throughline: " + sentence);
    }

    @ParameterizedTest
    @CsvSource({"alerts", "models", "correct --id web:typeform:1 --sentiment negative"})
    void aDirectoryThatHoldsNothingStaysEmpty(String line) throws IOException {
        Path empty = Files.createDirectory(home.resolve("empty"));

        Called called = call(line + " --data-dir " + empty);

        assertThat(called.exit()).isEqualTo(1);
        assertThat(called.err()).anyMatch(said -> said.contains("there is no data of a pipeline"));
        assertThat(empty).isEmptyDirectory();
    }

    @Test
    void withoutAnyDataThereIsNothingToList() {
        Called called = call("alerts");

        assertThat(called.exit()).isEqualTo(1);
        assertThat(called.err()).anyMatch(said -> said.contains("there is no data of a pipeline"));
    }

    @Test
    void theHelpHasAnExampleOfEach() {
        assertThat(String.join("\n", call("alerts --help").out()))
                .contains("alerts show", "acknowledge", "accept", "silence --stage claim --for 2d")
                .contains("unsilence", "silences", "rules");
    }

    private Called call(String line) {
        return Called.with(home, "", line.split(" "));
    }
}
