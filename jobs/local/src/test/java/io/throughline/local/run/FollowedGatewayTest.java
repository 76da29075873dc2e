package io.throughline.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.pipeline.config.ConfigWatch;
import io.throughline.pipeline.config.ConfiguredChannel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FollowedGatewayTest {

    private static final String TYPEFORM =
            "  - {definition: typeform, secrets: {typeform: made-up}}\n";

    @TempDir Path directory;
    private final List<String> told = new ArrayList<>();
    private final List<List<String>> opened = new ArrayList<>();
    private FollowedGateway followed;

    @BeforeEach
    void follow() throws IOException {
        configure("  - {definition: csv, files: [in.csv]}\n");
        followed =
                new FollowedGateway(
                        new ConfigWatch(directory.resolve("throughline.yaml")),
                        Optional.empty(),
                        channels -> {
                            opened.add(ids(channels));
                            return Optional.empty();
                        },
                        told::add);
        followed.look();
    }

    @AfterEach
    void close() {
        followed.close();
    }

    @Test
    void saysNothingOfWhatItWasStartedWith() {
        followed.look();

        assertThat(told).isEmpty();
    }

    @Test
    void asksForAGatewayWithTheChannelsThatCame() throws IOException {
        configure(TYPEFORM);
        followed.look();

        assertThat(opened).endsWith(List.of("typeform"));
        assertThat(told).containsExactly("Channels       typeform");
    }

    @Test
    void saysOnceWhatCannotBeUsedAndChangesNothing() throws IOException {
        configure("  - {definition: no-such}\n");
        followed.look();
        followed.look();

        assertThat(opened).hasSize(1);
        assertThat(told)
                .singleElement()
                .asString()
                .contains("the last good one stays in force", "no-such");
    }

    private void configure(String channels) throws IOException {
        Files.writeString(
                directory.resolve("throughline.yaml"),
                "apiVersion: throughline/v1\njourney: insurance\nchannels:\n" + channels);
    }

    private static List<String> ids(List<ConfiguredChannel> channels) {
        return channels.stream().map(channel -> channel.definition().id()).toList();
    }
}
