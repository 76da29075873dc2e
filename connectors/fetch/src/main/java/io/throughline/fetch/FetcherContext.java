package io.throughline.fetch;

import io.throughline.fetch.http.Backoff;
import io.throughline.fetch.http.Trouble;
import java.time.Clock;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * What a fetcher written in Java is opened with.
 *
 * @param source id of the channel, for envelopes
 * @param options as in the definition, with references replaced: some are secrets
 * @param cursor entries as the fetcher left them at the last checkpoint
 * @param extent whether fetching ends
 * @param clock stamps envelopes
 */
public record FetcherContext(
        String source,
        Map<String, String> options,
        Map<String, String> cursor,
        Extent extent,
        FetchSettings settings,
        Clock clock,
        HealthListener health) {

    private static final String INTERVAL = "interval";
    private static final Duration USUAL_INTERVAL = Duration.ofMinutes(5);

    public FetcherContext {
        options = Map.copyOf(options);
        cursor = Map.copyOf(cursor);
    }

    /** An option. */
    public Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name)).filter(text -> !text.isBlank());
    }

    /**
     * An option that must be there.
     *
     * @throws IllegalArgumentException when it is not
     */
    public String required(String name) {
        return option(name)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "the option '" + name + "' is missing or empty"));
    }

    /**
     * An option that is a duration in ISO 8601, such as {@code PT5M}.
     *
     * @throws IllegalArgumentException when it is none
     */
    public Duration duration(String name, Duration otherwise) {
        try {
            return option(name).map(Duration::parse).orElse(otherwise);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "the option '" + name + "' is no duration such as PT5M", e);
        }
    }

    /**
     * A fetcher around a channel that is asked page by page: it asks on at once while there is
     * more, rests for the option {@code interval} (PT5M) when there is not, backs off when it
     * fails, and hands cursor and items over together.
     */
    public ChannelFetcher polling(PollingChannel channel) {
        return new PollingRunner(this, channel, duration(INTERVAL, USUAL_INTERVAL), trouble());
    }

    /** A fetcher around a channel that brings items as they come, opened anew when it breaks. */
    public ChannelFetcher streaming(StreamingChannel channel) {
        return new StreamingRunner(this, channel, trouble());
    }

    boolean bounded() {
        return extent == Extent.BOUNDED;
    }

    private Trouble trouble() {
        return new Trouble(
                source,
                new Backoff(
                        settings.backoffBase(),
                        settings.backoffCap(),
                        RandomGenerator.getDefault()),
                bounded() ? Optional.of(settings.patience()) : Optional.empty(),
                clock,
                health);
    }

    /** Without options: some are secrets. */
    @Override
    public String toString() {
        return "FetcherContext[" + source + "]";
    }
}
