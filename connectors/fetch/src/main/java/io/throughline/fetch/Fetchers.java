package io.throughline.fetch;

import io.throughline.channels.AuthorKeys;
import io.throughline.channels.ChannelParser;
import io.throughline.channels.definition.ChannelDefinition;
import io.throughline.channels.definition.PageSpec;
import io.throughline.channels.definition.RequestSpec;
import io.throughline.channels.definition.StreamSpec;
import io.throughline.fetch.file.FileFetcher;
import io.throughline.fetch.file.FilePlan;
import io.throughline.fetch.file.PathPattern;
import io.throughline.fetch.http.Backoff;
import io.throughline.fetch.http.PollFetcher;
import io.throughline.fetch.http.PollPlan;
import io.throughline.fetch.http.RequestTemplate;
import io.throughline.fetch.http.StreamFetcher;
import io.throughline.fetch.http.StreamPlan;
import io.throughline.model.RawEnvelope;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/** Opens the fetcher that a channel instance asks for. */
public final class Fetchers {

    private final Extent extent;
    private final FetchSettings settings;
    private final Clock clock = Clock.systemUTC();

    /** Fetchers that work by these settings. */
    public Fetchers(Extent extent, FetchSettings settings) {
        this.extent = extent;
        this.settings = settings;
    }

    /**
     * Finds out before a job starts what would make it fail.
     *
     * @throws MissingInputException when a file or folder that is named is not there
     * @throws IllegalArgumentException when a reference of a definition has no value; named,
     *     without any value
     */
    public void check(ChannelInstance instance) {
        if (!instance.paths().isEmpty()) {
            if (bounded()) {
                checkPaths(instance);
            }
            return;
        }
        try {
            template(instance).check();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "Channel " + instance.id() + ": " + e.getMessage(), e);
        }
    }

    private static void checkPaths(ChannelInstance instance) {
        for (String path : instance.paths()) {
            if (!PathPattern.of(path).baseExists()) {
                throw new MissingInputException(
                        "Channel "
                                + instance.id()
                                + ": there is no "
                                + path
                                + ". Check the path, and that it is readable from here.");
            }
        }
    }

    /** Opens an instance at a cursor. */
    public ChannelFetcher open(ChannelInstance instance, Map<String, String> cursor) {
        return open(instance, cursor, HealthListener.NONE);
    }

    /** Opens an instance at a cursor; the listener is told how it is doing. */
    public ChannelFetcher open(
            ChannelInstance instance, Map<String, String> cursor, HealthListener health) {
        if (!instance.paths().isEmpty()) {
            return files(instance, cursor, health);
        }
        return switch (instance.definition().mode()) {
            case POLL -> poll(instance, cursor, health);
            case STREAM -> stream(instance, cursor, health);
            case PUSH, FILE ->
                    throw new IllegalStateException(instance.id() + " has nothing to fetch");
        };
    }

    private ChannelFetcher files(
            ChannelInstance instance, Map<String, String> cursor, HealthListener health) {
        FilePlan plan =
                new FilePlan(
                        instance.definition(),
                        instance.paths().stream().map(PathPattern::of).toList(),
                        settings.rescan(),
                        settings.settle());
        return bounded()
                ? FileFetcher.bounded(plan, cursor, health)
                : FileFetcher.unbounded(plan, cursor, clock, health);
    }

    private ChannelFetcher poll(
            ChannelInstance instance, Map<String, String> cursor, HealthListener health) {
        RequestSpec request = instance.definition().request();
        PollPlan plan =
                new PollPlan(
                        instance.definition().id(),
                        template(instance),
                        request.page() instanceof PageSpec.Numbered pages ? pages.first() : 1,
                        request.page().end().most(),
                        request.page().end().stopAfterEmpty(),
                        withoutRecords(instance.definition()),
                        request.interval(),
                        settings.spacing(),
                        request.timeout(),
                        settings.patience());
        Backoff backoff = backoff(settings.backoffBase(), settings.backoffCap());
        return bounded()
                ? PollFetcher.bounded(plan, cursor, backoff, clock, health)
                : PollFetcher.unbounded(plan, cursor, backoff, clock, health);
    }

    private ChannelFetcher stream(
            ChannelInstance instance, Map<String, String> cursor, HealthListener health) {
        StreamSpec stream = instance.definition().stream();
        StreamPlan plan =
                new StreamPlan(
                        instance.definition().id(),
                        new RequestTemplate(
                                stream.url(), stream.query(), stream.headers(), instance.values()),
                        stream.heartbeat(),
                        settings.quiet(),
                        settings.patience());
        Backoff backoff = backoff(stream.backoffMin(), stream.backoffMax());
        return bounded()
                ? StreamFetcher.bounded(plan, cursor, backoff, clock, health)
                : StreamFetcher.unbounded(plan, cursor, backoff, clock, health);
    }

    private static RequestTemplate template(ChannelInstance instance) {
        RequestSpec request = instance.definition().request();
        StreamSpec stream = instance.definition().stream();
        return request != null
                ? new RequestTemplate(
                        request.url(), request.query(), request.headers(), instance.values())
                : new RequestTemplate(
                        stream.url(), stream.query(), stream.headers(), instance.values());
    }

    /** The channel's own mapper is what knows whether a page holds records. */
    private static Predicate<RawEnvelope> withoutRecords(ChannelDefinition definition) {
        ChannelParser parser = new ChannelParser(definition, new AuthorKeys(new byte[] {1}));
        return envelope -> parser.parse(envelope).isEmpty();
    }

    private static Backoff backoff(Duration base, Duration cap) {
        return new Backoff(base, cap, RandomGenerator.getDefault());
    }

    private boolean bounded() {
        return extent == Extent.BOUNDED;
    }
}
