package io.throughline.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything that is wrong with a configuration, before anything is started. */
class ConfigCheckTest {

    private static final String HEAD = "apiVersion: throughline/v1\njourney: insurance\n";
    private static final String CSV = "channels: [{definition: csv, files: [x.csv]}]\n";
    private static final String DESK =
            "receivers: [{id: desk, type: webhook, url: https://desk.example/}]\n";

    @TempDir Path home;

    @Test
    void whatIsWrongInAnyBlockIsSaidAtOnce() throws IOException {
        Called called =
                check(
                        HEAD
                                + CSV
                                + """
                                alerts: {window: 7m}
                                receivers: [{id: desk, type: webhook, url: https://desk.example/, groupWait: soon}]
                                owners: {default: dsk}
                                links: {page: "nowhere at all"}
                                console: {oidc: {clientId: a, issuer: "https://id example"}}
                                """);

        assertThat(called.exit()).isEqualTo(1);
        assertThat(called.err())
                .hasSize(5)
                .anyMatch(line -> line.contains(":4:") && line.contains("window"))
                .anyMatch(line -> line.contains(":5:") && line.contains("groupWait"))
                .anyMatch(line -> line.contains("no receiver 'dsk'; did you mean 'desk'?"))
                .anyMatch(line -> line.contains(":7:") && line.contains("page is an address"))
                .anyMatch(line -> line.contains(":8:") && line.contains("issuer is an address"));
    }

    @Test
    void whatRunRefusesIsRefused() throws IOException {
        refused(HEAD + "channels: []\n", "switches no channel on");
        refused(
                HEAD + CSV + "kafka: {bootstrapServers: no port}\n",
                ":4:27: error: a broker is HOST:PORT");
        refused("apiVersion: throughline/v2\njourney: insurance\n" + CSV, "write apiVersion:");
        refused(HEAD + CSV + "owners: {claims-operations: c}\n", "'c'; add it under 'receivers'");
        refused("apiVersion: throughline/v1\n" + CSV, "'journey' is missing or empty");
        refused("apiVersion: throughline/v1\njourney: .\n" + CSV, "is a folder; name the");
    }

    @Test
    void anEngineThatIsNotThereIsRefusedByTheCheckAndByRunBeforeAnythingIsStarted()
            throws IOException {
        String yaml = HEAD + CSV + "tagging: {sentiment: corenlp-liner, stage: nonsense}\n";

        Called check = check(yaml);
        Called run = Called.with(home, "", "run", "--config", written(yaml).toString(), "--once");

        for (Called called : List.of(check, run)) {
            assertThat(called.exit()).isEqualTo(1);
            assertThat(called.err())
                    .hasSize(2)
                    .anyMatch(
                            line ->
                                    line.contains(":4:")
                                            && line.contains("'corenlp-liner'")
                                            && line.contains("did you mean 'corenlp-linear'?")
                                            && line.contains("There are: adaptive, "))
                    .anyMatch(
                            line ->
                                    line.contains("no stage engine 'nonsense'")
                                            && line.contains("there are: cues-and-examples, "));
        }
        assertThat(check(HEAD + CSV + "tagging: {sentiment: student}\n").exit()).isZero();
    }

    @Test
    void severalBrokersAreTaken() throws IOException {
        assertThat(check(HEAD + CSV + "kafka: {bootstrapServers: 'a:9092, [::1]:9093'}\n").exit())
                .isZero();
    }

    @Test
    void aFolderIsNoConfiguration() {
        Called called = Called.with(home, "", "config", "check", home.toString());

        assertThat(called.exit()).isEqualTo(1);
        assertThat(called.err()).singleElement().asString().contains("is a folder. Name the file");
    }

    @Test
    void ownersThatTheMapDoesNotHaveAndOwnersThatNobodyTellsAreWarnedOf() throws IOException {
        Called called = check(HEAD + CSV + DESK + "owners: {claims-operation: [desk]}\n");

        assertThat(called.exit()).isZero();
        assertThat(called.err())
                .anyMatch(line -> line.startsWith("warning: 'claims-operation' under 'owners'"))
                .anyMatch(line -> line.startsWith("warning: Nobody is told of the stages of "))
                .anyMatch(line -> line.contains("is valid: 1 channels, 1 receivers"));
        assertThat(check(HEAD + CSV + DESK + "owners: {default: desk}\n").err()).hasSize(1);
    }

    @Test
    void aFileChannelWithoutFilesIsWarnedOf() throws IOException {
        Called called = check(HEAD + "channels: [{definition: csv}]\n");

        assertThat(called.exit()).isZero();
        assertThat(called.err()).anyMatch(line -> line.contains("--input csv=PATH"));
    }

    private void refused(String yaml, String sentence) throws IOException {
        Called called = check(yaml);
        assertThat(called.exit()).as(yaml).isEqualTo(1);
        assertThat(called.err()).as(yaml).singleElement().asString().contains(sentence);
    }

    private Called check(String yaml) throws IOException {
        return Called.with(home, "", "config", "check", written(yaml).toString());
    }

    private Path written(String yaml) throws IOException {
        return Files.writeString(home.resolve("throughline.yaml"), yaml);
    }
}
