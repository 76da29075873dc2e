package io.throughline.fetch;

import io.throughline.channels.AuthorKeys;
import io.throughline.channels.ChannelParser;
import io.throughline.channels.Mappers;
import io.throughline.channels.definition.ChannelDefinition;
import io.throughline.channels.definition.Mode;
import io.throughline.channels.definition.Placeholders;
import io.throughline.channels.definition.RequestSpec;
import io.throughline.channels.definition.StreamSpec;
import io.throughline.fetch.file.FileFetcher;
import io.throughline.fetch.file.FilePlan;
import io.throughline.fetch.file.PathPattern;
import io.throughline.fetch.http.Backoff;
import io.throughline.fetch.http.RequestTemplate;
import io.throughline.fetch.poll.PollFetcher;
import io.throughline.fetch.poll.PollPlan;
import io.throughline.fetch.stream.StreamFetcher;
import io.throughline.fetch.stream.StreamPlan;
import io.throughline.model.RawEnvelope;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
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
            if (instance.definition().fetcher() != null) {
                FetcherContext context = context(instance, Map.of(), HealthListener.NONE);
                FetcherProviders.named(instance.definition().fetcher().name()).check(context);
            } else if (instance.definition().mode() == Mode.STREAM) {
                StreamFetcher.check(streamPlan(instance), clock);
            } else {
                PollFetcher.check(pollPlan(instance), clock);
            }
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
        if (instance.definition().fetcher() != null) {
            return FetcherProviders.named(instance.definition().fetcher().name())
                    .open(context(instance, cursor, health));
        }
        return switch (instance.definition().mode()) {
            case POLL, PUSH -> poll(instance, cursor, health);
            case STREAM -> stream(instance, cursor, health);
            case FILE -> throw new IllegalStateException(instance.id() + " has nothing to fetch");
        };
    }

    private FetcherContext context(
            ChannelInstance instance, Map<String, String> cursor, HealthListener health) {
        Map<String, String> options = new TreeMap<>();
        instance.definition()
                .fetcher()
                .options()
                .forEach(
                        (name, text) ->
                                options.put(
                                        name, Placeholders.resolve(text, instance.values()::get)));
        return new FetcherContext(
                instance.definition().id(), options, cursor, extent, settings, clock, health);
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
        PollPlan plan = pollPlan(instance);
        Backoff backoff = backoff(settings.backoffBase(), settings.backoffCap());
        return bounded()
                ? PollFetcher.bounded(plan, cursor, backoff, clock, health)
                : PollFetcher.unbounded(plan, cursor, backoff, clock, health);
    }

    private PollPlan pollPlan(ChannelInstance instance) {
        ChannelDefinition definition = instance.definition();
        RequestSpec request =
                definition.mode() == Mode.PUSH ? definition.reconcile() : definition.request();
        return new PollPlan(
                definition.id(),
                request,
                RequestTemplate.of(request, instance.values()),
                Mappers.splitter(definition),
                withoutRecords(definition),
                settings.spacing(),
                settings.patience());
    }

    private ChannelFetcher stream(
            ChannelInstance instance, Map<String, String> cursor, HealthListener health) {
        StreamPlan plan = streamPlan(instance);
        Backoff backoff = backoff(plan.spec().backoffMin(), plan.spec().backoffMax());
        return bounded()
                ? StreamFetcher.bounded(plan, cursor, backoff, clock, health)
                : StreamFetcher.unbounded(plan, cursor, backoff, clock, health);
    }

    private StreamPlan streamPlan(ChannelInstance instance) {
        StreamSpec stream = instance.definition().stream();
        return new StreamPlan(
                instance.definition().id(),
                stream,
                RequestTemplate.of(stream, instance.values()),
                settings.quiet(),
                settings.patience());
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
