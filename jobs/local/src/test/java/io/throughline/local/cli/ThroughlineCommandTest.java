package io.throughline.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThroughlineCommandTest {

    private static final String HEAD = "apiVersion: throughline/v1\njourney: insurance\n";

    @TempDir Path home;

    @Test
    void helpListsTheCommandsThatThereAre() {
        Called called = call("--help");
        assertThat(called.exit()).isZero();
        assertThat(called.err()).isEmpty();
        assertThat(called.out().stream().filter(line -> line.matches("  [a-z]+( .*)?")))
                .extracting(line -> line.strip().split(" ")[0])
                .containsExactly(
                        "demo",
                        "run",
                        "gateway",
                        "console",
                        "normalize",
                        "tag",
                        "evaluate",
                        "backtest",
                        "channel",
                        "journey",
                        "config",
                        "alerts",
                        "notify",
                        "correct",
                        "models",
                        "retag",
                        "replay",
                        "provision",
                        "retention",
                        "train",
                        "bench");
    }

    @Test
    void withoutACommandTheHelpGoesToPeopleAndTheCallWasWrong() {
        Called called = call();
        assertThat(called.exit()).isEqualTo(2);
        assertThat(called.out()).isEmpty();
        assertThat(called.err()).anyMatch(line -> line.startsWith("Usage: throughline"));
    }

    @ParameterizedTest
    @CsvSource({
        "--colour, --colour",
        "demo --colour, --colour",
        "demo --records many, many",
        "normalize, --channel",
        "provision, --elasticsearch URL",
        "provision --elasticsearch htp:/x^y, https://es-1:9200",
        "provision --elasticsearch http://es:9200 --kibana ki^bana:5601, https://kibana:5601",
        "provision --elasticsearch http://es:9200 --kibana kibana:5601, http://NAME:PORT",
        "provision --elasticsearch http://es:9200 --keep 13d, 13M or 2y",
        "retention --elasticsearch http://es:9200 --keep 13d, 13M or 2y",
        "forecast x, forecast",
        "replay --since yesterday, --since yesterday",
        "replay --limit 0, --limit 0",
        "replay --wait x, --wait x",
        "correct --id a --sentiment angry, angry"
    })
    void aWrongCommandLineIsExitTwoAndNamesWhatIsWrong(String line, String named) {
        Called called = call(line.split(" "));
        assertThat(called.exit()).isEqualTo(2);
        assertThat(called.out()).isEmpty();
        assertThat(String.join("\n", called.err())).contains(named);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bogus | there is no command 'bogus'. | See throughline --help.",
                "evalute | there is no command 'evalute'; did you mean 'evaluate'? | See throughline --help.",
                "channel lsit | there is no command 'lsit'; did you mean 'list'? | See throughline channel --help.",
                "demo --recods 3 | there is no option '--recods'; did you mean '--records'? | See throughline demo --help.",
                "retag --jorney m.yaml | there is no option '--jorney'; did you mean '--journey'? | Missing required option",
                "retag --journey a b | 'b' is one too many. | See throughline retag --help."
            })
    void whatNobodyKnowsIsNamedWithTheNearestAndWhereHelpIs(
            String line, String sentence, String next) {
        Called called = call(line.split(" "));

        assertThat(called.exit()).isEqualTo(2);
        assertThat(called.err()).hasSizeLessThan(4).first().isEqualTo("throughline: " + sentence);
        assertThat(called.err().get(1)).startsWith(next);
    }

    @Test
    void aConfigurationThatIsNowhereIsASentence() {
        sentence(
                call("run", "--config", home.resolve("no.yaml").toString()),
                "there is no configuration");
    }

    @Test
    void aConfigurationWithoutChannelsIsASentence() throws IOException {
        sentence(run(HEAD), "switches no channel on");
    }

    @Test
    void aFileChannelWithoutFilesIsASentence() throws IOException {
        sentence(run(HEAD + "channels: [{definition: csv}]\n"), "channel 'csv' has no files");
    }

    @Test
    void anInputForAChannelThatIsNotThereIsASentence() throws IOException {
        sentence(
                run(HEAD + "channels: [{definition: csv, files: [x]}]\n", "--input", "cvs=y"),
                "--input names channels that");
    }

    @Test
    void aMistakeInAConfigurationHasItsLineAndColumn() throws IOException {
        sentence(run(HEAD + "chanels: []\n"), ":3:1: error:");
    }

    @Test
    void aMissingFileIsASentence() {
        sentence(
                call("normalize", "--channel", "csv", home.resolve("gone.csv").toString()),
                "there is no file");
        sentence(call("tag", home.resolve("gone.jsonl").toString()), "there is no file");
        sentence(
                call("normalize", "--channel", "fax", home.resolve("gone.csv").toString()),
                "there is no channel 'fax'");
        sentence(call("tag", "--sentiment-engine", "moods", "-"), "no sentiment engine 'moods'");
        sentence(call("tag", "--journey", "bakery", "-"), "no journey map 'bakery'");
    }

    @Test
    void journeyValidateTellsMistakesAndSaysWhenThereAreNone() throws IOException {
        Called shipped = call("journey", "validate", "insurance");
        assertThat(shipped.exit()).isZero();
        assertThat(String.join("\n", shipped.err())).contains("is valid");

        Path bad =
                Files.writeString(home.resolve("bad.yaml"), "apiVersion: throughline/v1\nx: 1\n");
        Called broken = call("journey", "validate", bad.toString());
        assertThat(broken.exit()).isEqualTo(1);
        assertThat(broken.err()).anyMatch(line -> line.startsWith(bad + ":2:1: error:"));
    }

    private Called run(String yaml, String... more) throws IOException {
        Path file = Files.writeString(home.resolve("throughline.yaml"), yaml);
        String[] arguments = new String[more.length + 3];
        arguments[0] = "run";
        arguments[1] = "--config";
        arguments[2] = file.toString();
        System.arraycopy(more, 0, arguments, 3, more.length);
        return call(arguments);
    }

    private static void sentence(Called called, String part) {
        assertThat(called.exit()).isBetween(1, 2);
        assertThat(called.out()).isEmpty();
        assertThat(String.join("\n", called.err()))
                .startsWith("throughline: ")
                .contains(part)
                .doesNotContain("Exception")
                .doesNotContain("\tat ");
    }

    private Called call(String... arguments) {
        return Called.with(home, "", arguments);
    }
}
