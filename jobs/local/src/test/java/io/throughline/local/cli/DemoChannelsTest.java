package io.throughline.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.channels.definition.Mode;
import io.throughline.local.demo.DemoFeeds;
import io.throughline.local.demo.DemoOptions;
import io.throughline.local.demo.DemoPlan;
import io.throughline.local.demo.DemoWorld;
import io.throughline.pipeline.config.ConfiguredChannel;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoChannelsTest {

    @TempDir Path calls;

    @Test
    void allFourWaysInLeadToTheDemosOwnAddresses() throws IOException {
        DemoPlan plan =
                DemoWorld.generate(new DemoOptions(1, Instant.parse("2026-03-04T12:00:00Z"), 100));
        try (DemoFeeds feeds =
                DemoFeeds.open(plan, DemoFeeds.Mode.ONCE, calls, Clock.systemUTC())) {
            List<ConfiguredChannel> channels = DemoChannels.of(feeds, calls, "s3cret");

            assertThat(channels)
                    .extracting(channel -> channel.definition().id())
                    .containsExactly("app-store", "mastodon", "typeform", "transcribe");
            assertThat(channels)
                    .extracting(channel -> channel.definition().mode())
                    .containsExactly(Mode.POLL, Mode.STREAM, Mode.PUSH, Mode.FILE);
            assertThat(channels.get(0).definition().request().toString())
                    .contains(feeds.baseUrl().toString());
            assertThat(channels.get(1).definition().stream().toString())
                    .contains(feeds.streamUrl());
            assertThat(channels.get(2).secrets()).isEqualTo(Map.of("typeform", "s3cret"));
            assertThat(channels.get(3).files()).containsExactly(calls.toString());
        }
    }
}
