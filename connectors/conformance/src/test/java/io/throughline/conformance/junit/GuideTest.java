package io.throughline.conformance.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.conformance.Check;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the guide says of the kit is so. */
class GuideTest {

    @Test
    void itsExampleIsATestThatRuns() throws IOException {
        String test =
                Files.readString(
                        Path.of(
                                "src/test/java/io/throughline/conformance/junit/TypeformChannelTest.java"));
        String example = guide();
        example = example.substring(example.indexOf("class TypeformChannelTest"));

        List<String> lines = example.substring(0, example.indexOf("```")).lines().toList();
        assertThat(lines).hasSizeGreaterThan(5);
        assertThat(test.lines().toList()).containsAll(lines);
    }

    @Test
    void everyCheckIsInItsTable() throws IOException {
        String guide = guide();

        for (Check check : Check.values()) {
            assertThat(guide)
                    .contains("| " + check.number() + " | ")
                    .containsIgnoringCase(
                            check.title().replace("golden files", "`.expected` files"));
        }
    }

    private static String guide() throws IOException {
        String guide = Files.readString(Path.of("../../docs/channels.md"));
        return guide.substring(guide.indexOf("## The kit"));
    }
}
