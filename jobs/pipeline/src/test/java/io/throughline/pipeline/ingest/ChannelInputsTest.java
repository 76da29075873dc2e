package io.throughline.pipeline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.channels.ChannelCatalog;
import io.throughline.channels.definition.ChannelDefinition;
import io.throughline.channels.definition.ChannelDefinitions;
import io.throughline.health.HealthRules;
import io.throughline.pipeline.config.ConfigWatch;
import io.throughline.pipeline.config.ConfiguredChannel;
import io.throughline.polling.HostedChannel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChannelInputsTest {

    private static final HealthRules RULES =
            new HealthRules(Duration.ofHours(1), 2, Duration.ofMinutes(1));

    private static final ChannelDefinition PUSHED =
            ChannelDefinitions.read(
                    "test.yaml",
                    """
                    apiVersion: throughline/v1
                    id: pushed
                    channel: web
                    mode: push
                    reconcile: {url: "https://${config.host}/answers"}
                    map: {naturalId: $.id, occurredAt: $.at, text: $.text}
                    """);

    @Test
    void hostsWhatIsPulledAndLeavesWhatIsPushedToTheGateway() {
        assertThat(
                        ChannelInputs.hosted(
                                List.of(channel(shipped("jsonl"), "in.jsonl"), channel(PUSHED))))
                .extracting(HostedChannel::id)
                .containsExactly("jsonl");
    }

    @Test
    void pollsBesideAPushWhereItsReferencesHaveValues() {
        ConfiguredChannel reconciled =
                new ConfiguredChannel(
                        PUSHED, Map.of("host", "example.org"), Map.of(), List.of(), RULES, "v");

        assertThat(ChannelInputs.pulled(List.of(reconciled))).containsExactly(reconciled);
        assertThat(ChannelInputs.hosted(List.of(reconciled)))
                .extracting(HostedChannel::id)
                .containsExactly("pushed:reconcile");
    }

    @Test
    void rulesOfHealthAndVersionComeAlong() {
        ConfiguredChannel channel =
                new ConfiguredChannel(
                        shipped("jsonl"), Map.of(), Map.of(), List.of("in.jsonl"), RULES, "v7");

        HostedChannel hosted = ChannelInputs.hosted(List.of(channel)).get(0);

        assertThat(hosted.health()).isEqualTo(RULES);
        assertThat(hosted.version()).isEqualTo("v7");
    }

    @Test
    void followsAFileAndKeepsReadingWhatWasAskedForInstead(@TempDir Path directory)
            throws IOException {
        Path file = directory.resolve("throughline.yaml");
        Files.writeString(
                file,
                """
                apiVersion: throughline/v1
                journey: insurance
                channels:
                  - {definition: jsonl, files: [in.jsonl]}
                  - {definition: csv, files: [in.csv]}
                """);
        FollowedChannels followed =
                new FollowedChannels(new ConfigWatch(file), Map.of("csv", "/asked/for.csv"));

        List<HostedChannel> now = followed.changed().orElseThrow();

        assertThat(now)
                .extracting(channel -> channel.instance().paths())
                .containsExactly(
                        List.of(directory.resolve("in.jsonl").toString()),
                        List.of("/asked/for.csv"));
        assertThat(followed.changed()).isEmpty();
    }

    private static ChannelDefinition shipped(String id) {
        return ChannelCatalog.builtIn().find(id).orElseThrow();
    }

    private static ConfiguredChannel channel(ChannelDefinition definition, String... files) {
        return new ConfiguredChannel(definition, Map.of(), Map.of(), List.of(files));
    }
}
