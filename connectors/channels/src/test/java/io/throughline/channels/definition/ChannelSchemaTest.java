package io.throughline.channels.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.throughline.channels.Fixtures;
import io.throughline.channels.definition.SchemaBlocks.Block;
import io.throughline.yaml.YamlException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema for editors and the readers know the same keys, so that neither runs ahead. */
class ChannelSchemaTest {

    /** Far from every key, so that the reader lists all it knows. */
    private static final String UNKNOWN = "zzzzzzzzzzzzzzzzzzzz";

    private static final Pattern KNOWN =
            Pattern.compile("unknown key '" + UNKNOWN + "'; known are (.*)$");
    private static final Map<String, String> MODES =
            Map.of("request", "poll", "stream", "stream", "verify", "push", "reconcile", "push");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchema SCHEMA =
            JsonSchemaFactory.getInstance(VersionFlag.V7).getSchema(ChannelSchema.json());

    static List<Block> blocks() throws JsonProcessingException {
        return SchemaBlocks.of(JSON.readTree(ChannelSchema.json()));
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void theReaderKnowsTheKeysOfEveryBlock(Block block) {
        String yaml = yaml(block, UNKNOWN);

        List<String> problems = problems(yaml);

        List<String> known = problems.stream().filter(p -> KNOWN.matcher(p).find()).toList();
        assertThat(known).as("%s%n%s", yaml, problems).hasSize(1);
        Matcher matcher = KNOWN.matcher(known.get(0));
        assertThat(matcher.find()).isTrue();
        Set<String> keys = new TreeSet<>(Arrays.asList(matcher.group(1).split(", ")));
        assertThat(keys).isEqualTo(new TreeSet<>(block.keys()));
        assertThat(known.get(0)).contains(":" + line(yaml) + ":" + column(yaml) + ": error: ");
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void theSchemaRefusesAnUnknownKeyInEveryBlock(Block block) {
        assertThat(SCHEMA.validate(json(yaml(block, UNKNOWN)))).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void aKeyThatIsNearlyRightIsNamed(Block block) {
        String key = block.keys().iterator().next();
        String yaml = yaml(block, key + "x");

        assertThat(problems(yaml))
                .anyMatch(
                        problem ->
                                problem.contains(
                                        "unknown key '" + key + "x'; did you mean '" + key + "'?"));
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void aValueThatIsNearlyRightIsNamed(Block block) {
        block.words()
                .forEach(
                        (key, word) -> {
                            Map<String, String> others = new LinkedHashMap<>(block.variant());
                            others.remove(key);
                            Block other = new Block(block.path(), others, block.keys(), Map.of());
                            String yaml =
                                    yaml(other, key).replaceFirst(": 1\n$", ": " + word + "x\n");
                            String asked =
                                    key.equals("mode")
                                            ? yaml.replace("\nmode: file\n", "\n")
                                            : yaml;
                            String problem = "'" + word + "x' is not known; did you mean '";
                            assertThat(problems(asked))
                                    .as(asked)
                                    .anyMatch(p -> p.contains(problem));
                        });
    }

    static Stream<Path> shipped() throws IOException {
        return Fixtures.definitionFiles().stream();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void everyShippedDefinitionIsValid(Path file) throws IOException {
        assertThat(SCHEMA.validate(json(Files.readString(file)))).as(file.toString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mode: fax",
                "mode: poll",
                "id: No",
                "channel: fax",
                "channel: {values: {a: web}}",
                "apiVersion: throughline/v2",
                "format: xml",
                "headerRows: 0",
                "verify: {type: slack}",
                "records: {a: b}",
                "drop: [{when: $.a, reason: b}]",
                "drop: [{when: $.a, is: x, blank: true, reason: b}]",
                "limits: {maxRecord: many}",
                "mapper: typeform",
                "map: {text: $.text}",
                "map: {naturalId: $.id, rating: $.stars}",
                "map: {naturalId: $.id, author: {id: $.a, role: friend}}",
                "map: {naturalId: $.id, conversation: {turns: $.t}}",
                "map: {naturalId: $.id, deleted: {is: x}}"
            })
    void wrongDefinitionsAreNot(String wrong) {
        Map<String, Object> definition = minimal();
        JsonNode change = json(wrong);
        JsonNode changed = JSON.valueToTree(definition);
        change.properties()
                .forEach(field -> ((ObjectNode) changed).set(field.getKey(), field.getValue()));

        assertThat(SCHEMA.validate(JSON.valueToTree(definition))).isEmpty();
        assertThat(SCHEMA.validate(changed)).isNotEmpty();
        assertThat(problems(YamlJson.flow(changed))).isNotEmpty();
    }

    @Test
    void blocksAreFound() throws JsonProcessingException {
        assertThat(blocks()).extracting(Block::toString).contains("{}", "map.conversation.role{}");
        assertThat(blocks().size()).isGreaterThan(35);
    }

    private static List<String> problems(String yaml) {
        YamlException e =
                catchThrowableOfType(
                        YamlException.class, () -> ChannelDefinitions.read("c.yaml", yaml));
        return e == null ? List.of() : e.problems().stream().map(Object::toString).toList();
    }

    private static Map<String, Object> minimal() {
        Map<String, Object> top = new LinkedHashMap<>();
        top.put("apiVersion", ChannelDefinition.API_VERSION);
        top.put("id", "mine");
        top.put("channel", "web");
        top.put("mode", "file");
        top.put("map", Map.of("naturalId", "$.id"));
        return top;
    }

    /** A definition, of which only that block matters, with one more key in the block. */
    private static String yaml(Block block, String key) {
        StringBuilder yaml = new StringBuilder("apiVersion: throughline/v1\nid: mine\n");
        String first = block.path().isEmpty() ? "" : block.path().get(0);
        yaml.append("mode: ").append(MODES.getOrDefault(first, "file")).append('\n');
        if (!first.equals("channel")) {
            yaml.append("channel: web\n");
        }
        if (!first.equals("map")) {
            yaml.append("map: {naturalId: $.id}\n");
        }
        String indent = "";
        for (String step : block.path()) {
            if (step.equals(SchemaBlocks.ITEM)) {
                yaml.append(indent).append("-\n");
            } else {
                yaml.append(indent).append(step).append(":\n");
            }
            indent += "  ";
        }
        for (Map.Entry<String, String> told : block.variant().entrySet()) {
            yaml.append(indent).append(told.getKey()).append(": ").append(told.getValue());
            yaml.append('\n');
        }
        return yaml.append(indent).append(key).append(": 1\n").toString();
    }

    private static long line(String yaml) {
        return yaml.lines().count();
    }

    private static int column(String yaml) {
        String last = yaml.lines().reduce((a, b) -> b).orElseThrow();
        return 1 + last.indexOf(UNKNOWN);
    }

    private static JsonNode json(String yaml) {
        return YamlJson.read(yaml);
    }
}
