package io.throughline.pipeline.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.channels.definition.ChannelDefinition;
import io.throughline.channels.definition.ChannelDefinitions;
import io.throughline.journey.JourneyMapReader;
import io.throughline.yaml.YamlException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What users copy works as it is: every example, and every snippet of the guides. */
class ExamplesTest {

    private static final Path ROOT = Path.of("../..");
    private static final Path EXAMPLES = ROOT.resolve("examples");
    private static final Pattern YAML_BLOCK =
            Pattern.compile("(?ms)^```yaml\\n(apiVersion: .*?)^```$");

    static List<Path> channels() throws IOException {
        return examples("channel.yaml");
    }

    static List<Path> configurations() throws IOException {
        return examples("throughline.yaml");
    }

    static List<Path> journeys() throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLES.resolve("journeys"))) {
            return files.sorted().toList();
        }
    }

    /** The blocks of the guides that are whole files. */
    static List<String> snippets() throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve("docs"))) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .flatMap(ExamplesTest::blocks)
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("channels")
    void everyMappingFileIsRead(Path file) throws IOException {
        ChannelDefinition channel =
                ChannelDefinitions.read(file.toString(), Files.readString(file));

        assertThat(channel.id()).isEqualTo(file.getParent().getFileName().toString());
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void everyConfigurationIsRead(Path file) throws IOException {
        ThroughlineConfig config = ThroughlineConfigReader.read(file, ExamplesTest::secretsOnly);

        assertThat(config.channels()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("journeys")
    void everyJourneyMapIsRead(Path file) throws IOException {
        assertThat(JourneyMapReader.read(file.toString(), Files.readString(file)).stages())
                .hasSizeGreaterThan(1);
    }

    @ParameterizedTest
    @MethodSource("snippets")
    void everyWholeFileInAGuideIsRead(String yaml, @TempDir Path directory) throws IOException {
        if (yaml.contains("\nstages:")) {
            assertThat(JourneyMapReader.read("guide", yaml).stages()).isNotEmpty();
        } else if (yaml.contains("\nmode:")) {
            assertThat(ChannelDefinitions.read("guide", yaml).id()).isNotEmpty();
        } else {
            Path file = Files.writeString(directory.resolve("throughline.yaml"), yaml);
            assertThat(ThroughlineConfigReader.read(file, ExamplesTest::secretsOnly).channels())
                    .isNotEmpty();
        }
    }

    @Test
    void theGuidesHoldSnippets() throws IOException {
        assertThat(snippets()).hasSizeGreaterThan(3);
    }

    @Test
    void theReferenceSaysWhichSecretIsNotSet() {
        assertThatThrownBy(
                        () ->
                                ThroughlineConfigReader.read(
                                        EXAMPLES.resolve("throughline.yaml"), name -> null))
                .isInstanceOf(YamlException.class)
                .hasMessageContaining("TYPEFORM_SECRET");
    }

    /** Everything else has a default. */
    private static String secretsOnly(String name) {
        return name.matches(".*_(KEY|SECRET|TOKEN)") ? "value-of-" + name : null;
    }

    private static List<Path> examples(String name) throws IOException {
        try (Stream<Path> files = Files.walk(EXAMPLES)) {
            return files.filter(file -> file.getFileName().toString().equals(name))
                    .sorted()
                    .toList();
        }
    }

    private static Stream<String> blocks(Path guide) {
        try {
            return YAML_BLOCK
                    .matcher(Files.readString(guide))
                    .results()
                    .map(block -> block.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
