package io.throughline.pipeline.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.alert.AlertRules;
import io.throughline.domain.rollup.Segment;
import io.throughline.domain.rollup.Segments;
import io.throughline.domain.tagging.Engines;
import io.throughline.pipeline.learning.LearningSettings;
import io.throughline.yaml.YamlException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThroughlineConfigReaderTest {

    private static final String HEAD = "apiVersion: throughline/v1\njourney: insurance\n";

    @TempDir Path directory;

    @Test
    void readsEveryKey() throws IOException {
        Files.writeString(directory.resolve("es.key"), "from-a-file\n");
        Files.writeString(
                directory.resolve("mine.yaml"),
                """
                apiVersion: throughline/v1
                id: mine
                channel: email
                mode: file
                format: jsonl
                map: {naturalId: $.id, occurredAt: $.at, text: $.text}
                """);
        ThroughlineConfig config =
                read(
                        """
                        apiVersion: throughline/v1
                        journey: retail
                        kafka:
                          bootstrapServers: ${env.KAFKA}
                          properties: {sasl.jaas.config: "user ${env.USER_NAME:-nobody}"}
                        elasticsearch:
                          hosts: ["https://one:9200", "https://two:9200"]
                          apiKey: ${file.es.key}
                          caCertificate: ca.pem
                        channels:
                          - definition: mine.yaml
                            files: ["in/*.jsonl", "${env.MORE}"]
                          - definition: typeform
                            config: {form: "abc"}
                            secrets: {typeform: "${env.SECRET}"}
                        tagging: {sentiment: corenlp-rntn, stage: other}
                        learning:
                          enabled: false
                          window: 30m
                          leastLessons: 20
                          mostLessons: 100
                          margin: 0.02
                          teacherCpuShare: 1.5
                          teacherCost: PT0.02S
                          initialTeacherShare: 1
                          effectiveAfter: 1m
                        signals:
                          channelCap: 0.8
                          segments:
                            language: language
                            product: {from: extras.product, values: [home, motor]}
                        privacy: {authorKey: "${env.SECRET}!"}
                        gateway: {host: 0.0.0.0, port: 8081}
                        console: {port: 8080}
                        """,
                        Map.of("KAFKA", "broker:9092", "SECRET", "$1\\s", "MORE", "/abs/x.jsonl"));

        assertThat(config.kafka().orElseThrow().bootstrapServers()).isEqualTo("broker:9092");
        assertThat(config.kafka().orElseThrow().properties())
                .containsExactly(Map.entry("sasl.jaas.config", "user nobody"));
        assertThat(config.signals())
                .isEqualTo(
                        new SignalSettings(
                                new Segments(
                                        List.of(
                                                new Segment("language", "language", List.of()),
                                                new Segment(
                                                        "product",
                                                        "extras.product",
                                                        List.of("home", "motor")))),
                                0.8));
        assertThat(config.elasticsearch().orElseThrow().hosts())
                .containsExactly("https://one:9200", "https://two:9200");
        assertThat(config.elasticsearch().orElseThrow().toString()).doesNotContain("from-a-file");
        assertThat(config.channels())
                .extracting(c -> c.definition().id())
                .containsExactly("mine", "typeform");
        assertThat(config.channels().get(0).files())
                .containsExactly(directory.resolve("in/*.jsonl").toString(), "/abs/x.jsonl");
        assertThat(config.channels().get(1).config()).isEqualTo(Map.of("form", "abc"));
        assertThat(config.channels().get(1).secrets()).isEqualTo(Map.of("typeform", "$1\\s"));
        assertThat(config.channels().get(1).toString()).doesNotContain("$1");
        assertThat(config.tagging().sentimentEngine()).isEqualTo("corenlp-rntn");
        assertThat(config.tagging().stageEngine()).isEqualTo("other");
        assertThat(config.tagging().journeyYaml()).contains("journey: retail");
        assertThat(config.tagging().learning())
                .isEqualTo(
                        new LearningSettings(
                                false,
                                Duration.ofMinutes(30),
                                20,
                                100,
                                0.02,
                                1.5,
                                Duration.ofMillis(20),
                                1,
                                Duration.ofMinutes(1)));
        assertThat(config.authorKey()).contains("$1\\s!");
        assertThat(config.gateway()).isEqualTo(new ThroughlineConfig.Address("0.0.0.0", 8081));
        assertThat(config.console()).isEqualTo(new ThroughlineConfig.Address("127.0.0.1", 8080));
    }

    @Test
    void withoutTheRestEverythingIsEmbeddedOnLoopback() throws IOException {
        ThroughlineConfig config = read(HEAD, Map.of());
        assertThat(config.kafka()).isEmpty();
        assertThat(config.elasticsearch()).isEmpty();
        assertThat(config.channels()).isEmpty();
        assertThat(config.tagging().sentimentEngine()).isEqualTo(Engines.DEFAULT_SENTIMENT);
        assertThat(config.gateway()).isEqualTo(new ThroughlineConfig.Address("127.0.0.1", 0));
        assertThat(config.tagging().learning()).isEqualTo(LearningSettings.DEFAULT);
    }

    @Test
    void theExampleShowsTheDefaultsOfLearning() throws IOException {
        String example = Files.readString(Path.of("..", "..", "examples", "throughline.yaml"));
        int start = example.indexOf("\nlearning:\n") + 1;
        String block = example.substring(start, example.indexOf("\n\n", start));

        assertThat(read(HEAD + block + "\n", Map.of()).tagging().learning())
                .isEqualTo(LearningSettings.DEFAULT);
    }

    @Test
    void theExampleShowsTheDefaultsOfAlerts() throws IOException {
        String example = Files.readString(Path.of("..", "..", "examples", "throughline.yaml"));
        int start = example.indexOf("\nalerts:\n") + 1;
        String block = example.substring(start, example.indexOf("\n\n", start));

        assertThat(read(HEAD, Map.of()).alerts()).isEqualTo(AlertRules.DEFAULT);
        assertThat(read(HEAD + block + "\n", Map.of()).alerts()).isEqualTo(AlertRules.DEFAULT);
        assertThat(read(HEAD + "alerts: {delta: 0.05}\n", Map.of()).alerts().delta())
                .isEqualTo(0.05);
    }

    @Test
    void whatAlertsCannotUseIsSaidAtItsPlace() {
        assertThatThrownBy(
                        () ->
                                read(
                                        HEAD
                                                + """
                                                alerts:
                                                  budget: 1 a week
                                                  detla: 0.1
                                                """,
                                        Map.of()))
                .isInstanceOf(YamlException.class)
                .hasMessageContaining(":4:11")
                .hasMessageContaining("1 per 8w")
                .hasMessageContaining(":5:3")
                .hasMessageContaining("delta");
    }

    @Test
    void whatLearningCannotUseIsSaidAtItsPlace() {
        assertThatThrownBy(
                        () ->
                                read(
                                        HEAD
                                                + """
                                                learning:
                                                  window: 5s
                                                  leastLessons: 0
                                                  margin: 2
                                                  teacherCpuShare: -1
                                                  teacherCost: soon
                                                  lessons: 3
                                                """,
                                        Map.of()))
                .isInstanceOf(YamlException.class)
                .hasMessageContaining("window is at least 60000ms")
                .hasMessageContaining("leastLessons is a number from 1 to 50000")
                .hasMessageContaining("margin is a number from 0 to 1")
                .hasMessageContaining("teacherCpuShare is a number from 0 on")
                .hasMessageContaining("'soon' is no duration")
                .hasMessageContaining("lessons");
    }

    @Test
    void saysEverythingThatIsWrongAtItsPlace() {
        assertThatThrownBy(
                        () ->
                                read(
                                        HEAD
                                                + """
                                                jurney: retail
                                                kafka:
                                                  bootstrapServers: ${env.KAFKA}
                                                gateway:
                                                  port: 65536
                                                privacy:
                                                  authorKey: ${file.gone}
                                                channels:
                                                  - definition: facsimile
                                                  - definition: nowhere.yaml
                                                """,
                                        Map.of()))
                .isInstanceOf(YamlException.class)
                .hasMessageContaining("throughline.yaml:3:1: error:")
                .hasMessageContaining("jurney")
                .hasMessageContaining(":5:21: error: the environment variable KAFKA is not set")
                .hasMessageContaining(":7:9: error: a port is a number from 0 (any free) to 65535")
                .hasMessageContaining(":9:14: error: the file " + directory.resolve("gone"))
                .hasMessageContaining(":11:17: error: no channel 'facsimile'")
                .hasMessageContaining(
                        ":12:17: error: the file " + directory.resolve("nowhere.yaml"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    kafka: {}                              | 'bootstrapServers'
                    elasticsearch: {}                      | 'hosts'
                    elasticsearch: {hosts: ["no url"]}     | 3:
                    elasticsearch: {hosts: ["http://a:1"], user: me} | 'password'
                    elasticsearch: {hosts: ["http://a:1"], user: me, password: x, apiKey: k} | not both
                    gateway: {port: -1}                    | a port is a number
                    gateway: {prot: 1}                     | prot
                    tagging: {sentimnt: x}                 | sentimnt
                    channels: [{definition: csv}, {definition: csv}] | is there already
                    signals: {channelCap: 0.4}             | :3:23: error: channelCap is a number from 0.5 to 1
                    signals: {segments: {Plan: language}}  | a segment's name
                    signals: {segments: {plan: plan}}      | not 'plan'
                    signals: {segments: {plan: extras.plan}} | :3:28: error: say which values of extras.plan
                    signals: {segments: {plan: {from: touchpoint, values: [a, A]}}} | :3:59: error: 'A' is there twice
                    signals: {segments: {plan: {form: language}}} | form
                    """)
    void refusesWhatCannotBeMeant(String line, String message) {
        assertThatThrownBy(() -> read(HEAD + line + "\n", Map.of()))
                .isInstanceOf(YamlException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aJourneyThatIsNowhereNamesTheShippedOnes() {
        assertThatThrownBy(() -> read("apiVersion: throughline/v1\njourney: bakery\n", Map.of()))
                .isInstanceOf(YamlException.class)
                .hasMessageContaining(":2:10: error: no journey map 'bakery'")
                .hasMessageContaining("insurance, retail, airline, government-service");
    }

    @Test
    void anotherApiVersionIsRefused() {
        assertThatThrownBy(() -> read("apiVersion: v2\njourney: retail\n", Map.of()))
                .hasMessageContaining(":1:13: error: write apiVersion: throughline/v1");
    }

    @Test
    void aMissingFileIsNamed() {
        Path nowhere = directory.resolve("nowhere.yaml");
        assertThatThrownBy(() -> ThroughlineConfigReader.read(nowhere, name -> null))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining(nowhere.toString());
    }

    @Test
    void aDefaultMayBeEmptyAndAVariableMayHideIt() throws IOException {
        assertThat(key("${env.A:-}", Map.of())).isEmpty();
        assertThat(key("${env.A:-x}", Map.of("A", "y"))).isEqualTo("y");
        assertThat(key("<${env.A}-${env.B:-b}>", Map.of("A", "a"))).isEqualTo("<a-b>");
        assertThat(key("$5 {plain} ${other.A}", Map.of())).isEqualTo("$5 {plain} ${other.A}");
    }

    private String key(String text, Map<String, String> environment) throws IOException {
        return read(HEAD + "privacy: {authorKey: \"" + text + "\"}\n", environment)
                .authorKey()
                .orElse("");
    }

    private ThroughlineConfig read(String yaml, Map<String, String> environment)
            throws IOException {
        Path file = Files.writeString(directory.resolve("throughline.yaml"), yaml);
        return ThroughlineConfigReader.read(file, environment::get);
    }
}
