package io.throughline.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.channels.AuthorKeys;
import io.throughline.channels.ChannelCatalog;
import io.throughline.channels.ChannelParser;
import io.throughline.channels.definition.ChannelDefinition;
import io.throughline.fetch.Batch;
import io.throughline.fetch.ChannelFetcher;
import io.throughline.fetch.ChannelInstance;
import io.throughline.fetch.Extent;
import io.throughline.fetch.FetchSettings;
import io.throughline.fetch.Fetched;
import io.throughline.fetch.Fetchers;
import io.throughline.local.cli.DemoChannels;
import io.throughline.model.Channel;
import io.throughline.model.RawEnvelope;
import io.throughline.pipeline.config.ConfiguredChannel;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the fetchers of the product find at the feeds in one bounded run. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class DemoFetchTest {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(10);
    private static final FetchSettings SETTINGS =
            new FetchSettings(SHORT, SHORT, SHORT, LONG, LONG, SHORT, SHORT);

    @TempDir Path folder;
    private DemoFeeds feeds;

    @BeforeEach
    void open() throws Exception {
        feeds = DemoFeeds.open(Plans.SHIPPED, DemoFeeds.Mode.ONCE, folder, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        feeds.close();
    }

    @Test
    void onePassOverTheReviewsFindsThemAll() throws Exception {
        assertReceived("app-store", Channel.MOBILE);
    }

    @Test
    void streamIsHeardToItsEnd() throws Exception {
        assertReceived("mastodon", Channel.SOCIAL);
    }

    @Test
    void everyFileIsRead() throws Exception {
        assertReceived("transcribe", Channel.PHONE);
    }

    private void assertReceived(String id, Channel channel) throws Exception {
        ConfiguredChannel configured =
                DemoChannels.of(feeds, folder, "not a secret").stream()
                        .filter(each -> each.definition().id().equals(id))
                        .findFirst()
                        .orElseThrow();
        ChannelInstance instance =
                new ChannelInstance(
                        id, configured.definition(), configured.values(), configured.files());
        try (ChannelFetcher fetcher =
                new Fetchers(Extent.BOUNDED, SETTINGS).open(instance, Map.of())) {
            assertReceived(id, channel, fetcher);
        }
    }

    private static void assertReceived(String id, Channel channel, ChannelFetcher fetcher)
            throws Exception {
        int received = 0;
        for (RawEnvelope envelope : all(fetcher)) {
            received += records(id, envelope);
        }

        assertThat(received).isEqualTo(Plans.SHIPPED.expectations().get(channel).received());
    }

    private static List<RawEnvelope> all(ChannelFetcher fetcher) throws Exception {
        List<RawEnvelope> envelopes = new ArrayList<>();
        Batch batch;
        do {
            batch = fetcher.fetch();
            for (Fetched fetched : batch.items()) {
                fetched.envelope().ifPresent(envelopes::add);
            }
            TimeUnit.NANOSECONDS.sleep(batch.pause().toNanos());
        } while (!batch.finished());
        return envelopes;
    }

    private static int records(String id, RawEnvelope envelope) {
        return new ChannelParser(definition(id), new AuthorKeys(new byte[] {1}))
                .parse(envelope)
                .size();
    }

    private static ChannelDefinition definition(String id) {
        return ChannelCatalog.builtIn().find(id).orElseThrow();
    }
}
