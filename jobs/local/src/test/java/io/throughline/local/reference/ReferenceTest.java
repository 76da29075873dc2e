package io.throughline.local.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.throughline.journey.JourneyMapReader;
import io.throughline.journey.JourneySchema;
import io.throughline.notify.config.NotificationsReader;
import io.throughline.pipeline.config.ThroughlineConfigReader;
import io.throughline.yaml.YamlException;
import io.throughline.yaml.YamlFile;
import io.throughline.yaml.YamlProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** The schemas, the readers and the page of reference know the same keys. */
class ReferenceTest {

    private static final Path ROOT = Path.of("..", "..");
    private static final Pattern KNOWN =
            Pattern.compile("unknown key '" + SampleOfSchema.UNKNOWN + "'; known (?:are|is) (.*)$");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir Path directory;

    @Test
    void theReadersOfAConfigurationKnowTheKeysOfTheSchema() throws IOException {
        SampleOfSchema sample =
                SampleOfSchema.of(JSON.readTree(ConfigurationSchema.json()), "user");
        List<YamlProblem> problems = new ArrayList<>();
        Path file = Files.writeString(directory.resolve("throughline.yaml"), sample.yaml());
        try {
            ThroughlineConfigReader.read(file, name -> null);
        } catch (YamlException e) {
            problems.addAll(e.problems());
        }
        YamlFile again = YamlFile.parse("throughline.yaml", sample.yaml());
        NotificationsReader.read(again.root(), (map, key, text) -> text);
        problems.addAll(again.problems());

        assertThat(known(problems)).as(sample.yaml()).isEqualTo(sample.keys());
    }

    @ParameterizedTest
    @ValueSource(strings = {"first", "count"})
    void theReaderOfAJourneyMapKnowsTheKeysOfTheSchema(String without) throws IOException {
        SampleOfSchema sample = SampleOfSchema.of(JSON.readTree(JourneySchema.json()), without);

        assertThat(known(JourneyMapReader.validate("journey.yaml", sample.yaml())))
                .as(sample.yaml())
                .isEqualTo(sample.keys());
    }

    static Stream<Path> journeys() throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve("examples/journeys"))) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("journeys")
    void everyShippedMapFitsItsSchema(Path file) throws IOException {
        assertThat(schema(JourneySchema.json()).validate(json(file))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "examples/throughline.yaml",
                "examples/airline/throughline.yaml",
                "k8s/base/config/throughline.yaml"
            })
    void everyShippedConfigurationFitsItsSchema(String file) throws IOException {
        assertThat(schema(ConfigurationSchema.json()).validate(json(ROOT.resolve(file)))).isEmpty();
    }

    @Test
    void everyKeySaysWhatItIs() throws IOException {
        for (String schema : List.of(ConfigurationSchema.json(), JourneySchema.json())) {
            JSON.readTree(schema)
                    .findValues("properties")
                    .forEach(
                            block ->
                                    block.properties()
                                            .forEach(
                                                    key ->
                                                            assertThat(
                                                                            key.getValue()
                                                                                    .path(
                                                                                            "description")
                                                                                    .asText())
                                                                    .as(key.getKey())
                                                                    .isNotBlank()));
        }
    }

    @Test
    void thePageOfReferenceIsThatOfTheSchemas() throws IOException {
        assertThat(ROOT.resolve("docs/reference.md"))
                .as("written by: ./throughline config reference > docs/reference.md")
                .content()
                .isEqualTo(Reference.markdown());
    }

    @Test
    void aKeyThatNotEveryKindHasSaysWhoseItIs() {
        String page = Reference.markdown();

        assertThat(page)
                .contains("| `type`\\* | `webhook`, `alertmanager`, `slack` or `mail` |")
                .contains(
                        "| `url` | text | Of `webhook`, `alertmanager`, `slack`, where it must be")
                .contains("| `smtp` | block | Of `mail`, where it must be there. The server")
                .contains("| `port` | whole number or text | Its port");
    }

    @Test
    void everyVariableOfTheProgramIsInTheTable() throws IOException {
        Pattern variable =
                Pattern.compile("\"(THROUGHLINE_[A-Z_]+)\"|\\$\\{?(THROUGHLINE_[A-Z_]+)");
        Set<String> read = new TreeSet<>();
        for (String place : List.of("throughline", "k8s/image", "jobs", "connectors", "schemas")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(place))) {
                for (Path file : files.filter(ReferenceTest::isProgram).toList()) {
                    Matcher found = variable.matcher(Files.readString(file));
                    while (found.find()) {
                        read.add(found.group(1) == null ? found.group(2) : found.group(1));
                    }
                }
            }
        }
        read.remove("THROUGHLINE_");

        assertThat(read).contains("THROUGHLINE_AUTHOR_KEY", "THROUGHLINE_PLUGINS");
        assertThat(read)
                .allSatisfy(
                        name -> assertThat(Reference.markdown()).contains("| `" + name + "` |"));
    }

    /** Sources and scripts; neither tests nor what was built. */
    private static boolean isProgram(Path file) {
        String name = file.toString();
        return Files.isRegularFile(file)
                && (name.endsWith(".java")
                        ? name.contains("/src/main/")
                        : name.endsWith("throughline") || name.endsWith("build"));
    }

    private static Map<Integer, Set<String>> known(List<YamlProblem> problems) {
        Map<Integer, Set<String>> known = new TreeMap<>();
        for (YamlProblem problem : problems) {
            Matcher matcher = KNOWN.matcher(problem.message());
            if (matcher.find()) {
                known.put(
                        problem.line(), new TreeSet<>(Arrays.asList(matcher.group(1).split(", "))));
            }
        }
        return known;
    }

    private static JsonSchema schema(String json) {
        return JsonSchemaFactory.getInstance(VersionFlag.V7).getSchema(json);
    }

    private static JsonNode json(Path file) throws IOException {
        return JSON.valueToTree(new Yaml().load(Files.readString(file)));
    }
}
