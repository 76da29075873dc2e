package io.throughline.pipeline.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.channels.definition.ChannelDefinition;
import io.throughline.health.HealthRules;
import io.throughline.pipeline.tagging.DefinitionWatch;
import io.throughline.yaml.YamlException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigWatchTest {

    private static final String HEAD =
            "apiVersion: throughline/v1\njourney: insurance\nchannels:\n";
    private static final String MINE = "  - {definition: mine.yaml, files: [in.jsonl]}\n";

    @TempDir Path directory;
    private ConfigWatch watch;

    @BeforeEach
    void write() throws IOException {
        define("$.text");
        configure(MINE);
        watch = new ConfigWatch(directory.resolve("throughline.yaml"));
    }

    @Test
    void answersAtFirstAndThenOnlyWhenSomethingChanged() throws IOException {
        assertThat(ids(watch.changed().orElseThrow())).containsExactly("mine");
        assertThat(watch.changed()).isEmpty();

        configure(MINE + "  - {definition: csv, files: [in.csv]}\n");
        assertThat(ids(watch.changed().orElseThrow())).containsExactly("mine", "csv");
        assertThat(watch.changed()).isEmpty();
    }

    @Test
    void aChangedDefinitionIsAChangeAndAnotherVersion() throws IOException {
        String before = version(watch.changed().orElseThrow());

        define("$.comment");

        assertThat(version(watch.changed().orElseThrow())).isNotEqualTo(before);
    }

    @Test
    void aChangedSecretInAFileIsAChangeOfItsChannelAlone() throws IOException {
        Files.writeString(directory.resolve("token"), "one");
        String push = "  - {definition: typeform, secrets: {typeform: \"${file.token}\"}}\n";
        configure(MINE + push);
        List<ConfiguredChannel> before = watch.changed().orElseThrow().channels();

        Files.writeString(directory.resolve("token"), "two");
        List<ConfiguredChannel> after = watch.changed().orElseThrow().channels();

        assertThat(after.get(0).version()).isEqualTo(before.get(0).version());
        assertThat(after.get(1).version()).isNotEqualTo(before.get(1).version());
        assertThat(after.get(1).version()).doesNotContain("two");
    }

    @Test
    void whatIsBrokenIsSaidOnceAndMendedWithTheNextChange() throws IOException {
        watch.changed();
        configure(MINE + "  - {definition: no-such-channel}\n");

        assertThatThrownBy(watch::changed)
                .isInstanceOf(YamlException.class)
                .hasMessageContaining("no-such-channel");
        assertThat(watch.changed()).isEmpty();

        configure(MINE);
        assertThat(watch.changed()).isPresent();
    }

    @Test
    void aFileThatIsGoneForAMomentIsReadWhenItIsBack() throws IOException {
        watch.changed();
        Files.delete(directory.resolve("throughline.yaml"));
        assertThatThrownBy(watch::changed).isInstanceOf(NoSuchFileException.class);
        assertThat(watch.changed()).isEmpty();

        configure(MINE);
        assertThat(watch.changed()).isPresent();
    }

    @Test
    void aChannelOfOnesOwnThatComesBesideAShippedOneIsAChange() throws IOException {
        configure("  - {definition: csv, files: [in.csv]}\n");
        String shipped = version(watch.changed().orElseThrow());
        Path own = Files.createDirectories(directory.resolve("channels/csv"));

        Files.writeString(
                own.resolve("channel.yaml"),
                Files.readString(directory.resolve("mine.yaml")).replace("id: mine", "id: csv"));

        assertThat(version(watch.changed().orElseThrow())).isNotEqualTo(shipped);
    }

    @Test
    void looksAfreshWhereverItTravels() throws Exception {
        watch.changed();

        assertThat(InstantiationUtil.clone(watch).changed()).isPresent();
    }

    @Test
    void definitionsAreWatchedByThemselves() throws Exception {
        watch.changed();
        DefinitionWatch definitions = InstantiationUtil.clone(watch.definitions());

        assertThat(definitions.changed().orElseThrow())
                .extracting(ChannelDefinition::id)
                .containsExactly("mine");
        assertThat(definitions.changed()).isEmpty();
    }

    @Test
    void aChannelSaysWhenItIsNotWell() throws IOException {
        configure(
                "  - definition: mine.yaml\n    files: [in.jsonl]\n"
                        + "    health: {expectEvery: 2h, failingAfter: 5, behindAfter: 90s}\n");

        assertThat(watch.changed().orElseThrow().channels().get(0).health())
                .isEqualTo(new HealthRules(Duration.ofHours(2), 5, Duration.ofSeconds(90)));
    }

    @Test
    void rulesOfHealthThatCannotBeAreErrors() throws IOException {
        configure(
                "  - definition: mine.yaml\n    files: [in.jsonl]\n"
                        + "    health: {expectEvery: often, failingAfter: 0, behindAfter: 10ms, x: 1}\n");

        assertThatThrownBy(watch::changed)
                .hasMessageContaining("'often' is no duration")
                .hasMessageContaining("failingAfter is a number from 1")
                .hasMessageContaining("behindAfter is at least 1s")
                .hasMessageContaining("x");
    }

    private void configure(String channels) throws IOException {
        Files.writeString(directory.resolve("throughline.yaml"), HEAD + channels);
    }

    private void define(String text) throws IOException {
        Files.writeString(
                directory.resolve("mine.yaml"),
                """
                apiVersion: throughline/v1
                id: mine
                channel: email
                mode: file
                format: jsonl
                map: {naturalId: $.id, occurredAt: $.at, text: %s}
                """
                        .formatted(text));
    }

    private static List<String> ids(ThroughlineConfig config) {
        return config.channels().stream().map(channel -> channel.definition().id()).toList();
    }

    private static String version(ThroughlineConfig config) {
        return config.channels().get(0).version();
    }
}
