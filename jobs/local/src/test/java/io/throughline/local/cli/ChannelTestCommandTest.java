package io.throughline.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChannelTestCommandTest {

    private static final String YAML =
            """
            apiVersion: throughline/v1
            id: stalls
            channel: inperson
            mode: file
            map: {naturalId: $.slip, occurredAt: $.at, text: $.said}
            """;

    @TempDir private Path home;

    @BeforeEach
    void writeAChannel() throws IOException {
        Files.createDirectories(home.resolve("fixtures"));
        Files.writeString(home.resolve("channel.yaml"), YAML);
        Files.writeString(
                home.resolve("fixtures/slips.jsonl"),
                """
                {"slip": "a1", "at": "2026-03-04T05:06:07Z", "said": "cold tea"}
                {"slip": "a2", "at": "2026-03-04T05:07:07Z", "said": "warm rolls"}
                """);
    }

    @Test
    void failsWithoutGoldenFilesAndPassesWithThem() {
        Called before = test("--check", "2");
        Called generated = test("--check", "2", "--generate");
        Called again = test("--check", "2", "--generate");

        assertThat(before.exit()).isEqualTo(3);
        assertThat(before.out().get(0)).startsWith("FAIL   2  ");
        assertThat(before.out().get(1)).contains("slips.jsonl has no golden file");
        assertThat(generated.exit()).isZero();
        assertThat(generated.err().get(0)).startsWith("wrote 1 golden files");
        assertThat(generated.out()).hasSize(1).first().asString().startsWith("PASS   2  ");
        assertThat(again.err()).containsExactly("golden files are up to date");
    }

    @Test
    void showsWhatChanged() throws IOException {
        test("--generate");
        Files.writeString(home.resolve("channel.yaml"), YAML.replace("inperson", "post"));

        Called changed = test("--check", "2");

        assertThat(changed.exit()).isEqualTo(3);
        assertThat(String.join("\n", changed.out()))
                .contains("- line 1: {\"id\":\"inperson:stalls:a1\"")
                .contains("+ line 1: {\"id\":\"post:stalls:a1\"");
    }

    @Test
    void printsJsonLines() {
        assertThat(test("--check", "2", "--json").out())
                .singleElement()
                .asString()
                .startsWith("{\"check\":2,\"name\":\"GOLDEN\"")
                .contains("\"result\":\"FAIL\"");
    }

    @Test
    void refusesNumbersOfNoCheck() {
        Called called = test("--check", "20");

        assertThat(called.exit()).isEqualTo(1);
        assertThat(called.err()).containsExactly("throughline: there is no check 20");
    }

    private Called test(String... options) {
        String[] arguments = new String[options.length + 3];
        arguments[0] = "channel";
        arguments[1] = "test";
        arguments[2] = home.toString();
        System.arraycopy(options, 0, arguments, 3, options.length);
        return Called.with(home, "", arguments);
    }
}
