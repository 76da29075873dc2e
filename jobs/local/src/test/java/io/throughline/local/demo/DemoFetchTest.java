package io.throughline.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.channels.AuthorKeys;
import io.throughline.channels.ChannelCatalog;
import io.throughline.channels.ChannelParser;
import io.throughline.channels.definition.ChannelDefinition;
import io.throughline.fetch.Batch;
import io.throughline.fetch.ChannelFetcher;
import io.throughline.fetch.Fetched;
import io.throughline.fetch.HealthListener;
import io.throughline.fetch.file.FileFetcher;
import io.throughline.fetch.file.FilePlan;
import io.throughline.fetch.file.PathPattern;
import io.throughline.fetch.http.Backoff;
import io.throughline.fetch.http.PollFetcher;
import io.throughline.fetch.http.PollPlan;
import io.throughline.fetch.http.RequestTemplate;
import io.throughline.fetch.http.StreamFetcher;
import io.throughline.fetch.http.StreamPlan;
import io.throughline.model.Channel;
import io.throughline.model.RawEnvelope;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
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
        PollPlan plan =
                new PollPlan(
                        "app-store",
                        template(feeds.reviewsUrl()),
                        1,
                        10,
                        3,
                        page -> records("app-store", page) == 0,
                        SHORT,
                        SHORT,
                        LONG,
                        LONG);
        try (ChannelFetcher fetcher =
                PollFetcher.bounded(
                        plan, Map.of(), backoff(), Clock.systemUTC(), HealthListener.NONE)) {
            assertReceived("app-store", Channel.MOBILE, fetcher);
        }
    }

    @Test
    void streamIsHeardToItsEnd() throws Exception {
        StreamPlan plan = new StreamPlan("mastodon", template(feeds.streamUrl()), LONG, LONG, LONG);
        try (ChannelFetcher fetcher =
                StreamFetcher.bounded(
                        plan, Map.of(), backoff(), Clock.systemUTC(), HealthListener.NONE)) {
            assertReceived("mastodon", Channel.SOCIAL, fetcher);
        }
    }

    @Test
    void everyFileIsRead() throws Exception {
        FilePlan plan =
                new FilePlan(
                        definition("transcribe"),
                        List.of(PathPattern.of(folder.toString())),
                        SHORT,
                        SHORT);
        try (ChannelFetcher fetcher = FileFetcher.bounded(plan, Map.of(), HealthListener.NONE)) {
            assertReceived("transcribe", Channel.PHONE, fetcher);
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

    private static RequestTemplate template(String url) {
        return new RequestTemplate(url, Map.of(), Map.of(), Map.of());
    }

    private static Backoff backoff() {
        return new Backoff(SHORT, SHORT, new Random(1));
    }
}
