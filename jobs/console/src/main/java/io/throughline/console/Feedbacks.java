package io.throughline.console;

import static io.throughline.console.Counts.counts;
import static io.throughline.console.Counts.documents;
import static io.throughline.console.Counts.time;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.console.LiveView.ChannelView;
import io.throughline.console.LiveView.Coverage;
import io.throughline.console.LiveView.Verbatim;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** How much of the feedback there is, how fresh it is, and the newest as customers said it. */
record Feedbacks(List<ChannelView> channels, Coverage coverage, List<Verbatim> verbatims) {

    private static final double MEDIAN = 0.50;
    private static final double HIGH = 0.95;

    /** Delays are those of the last day on which anything came. */
    private static final Duration DELAYS = Duration.ofDays(1);

    /**
     * Reads them.
     *
     * @throws IOException when Elasticsearch does not answer, or with an error
     */
    static Feedbacks ask(SearchClient search) throws IOException {
        JsonNode counted = search.ask("cx-feedback", Searches.channels()).path("aggregations");
        Map<String, List<Double>> delays = delays(search, counted);
        List<ChannelView> channels = new ArrayList<>();
        for (JsonNode bucket : counted.path("channels").path("buckets")) {
            channels.add(channel(bucket, delays));
        }
        channels.sort(Comparator.comparing(ChannelView::id));
        Coverage coverage =
                new Coverage(
                        channels.stream().mapToLong(ChannelView::documents).sum(),
                        counts(counted.path("withoutStage")),
                        counts(counted.path("withoutSentiment")));
        List<Verbatim> verbatims = new ArrayList<>();
        for (JsonNode hit : search.ask("cx-feedback", Searches.verbatims()).at("/hits/hits")) {
            verbatims.add(Verbatims.read(hit.path("_source")));
        }
        return new Feedbacks(List.copyOf(channels), coverage, List.copyOf(verbatims));
    }

    /**
     * Seconds from occurred to observed of the newest documents of each channel, shortest first.
     */
    private static Map<String, List<Double>> delays(SearchClient search, JsonNode counted)
            throws IOException {
        Optional<Instant> newest =
                StreamSupport.stream(counted.path("channels").path("buckets").spliterator(), false)
                        .map(bucket -> time(bucket.path("observed")))
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder());
        Map<String, List<Double>> delays = new HashMap<>();
        if (newest.isPresent()) {
            JsonNode lately =
                    search.ask("cx-feedback", Searches.delays(newest.get().minus(DELAYS)));
            for (JsonNode bucket : lately.at("/aggregations/channels/buckets")) {
                List<Double> seconds = new ArrayList<>();
                for (JsonNode hit : bucket.at("/newest/hits/hits")) {
                    seconds.add(delaySeconds(hit.path("_source")));
                }
                seconds.sort(Comparator.naturalOrder());
                delays.put(bucket.path("key").asText(), seconds);
            }
        }
        return delays;
    }

    private static ChannelView channel(JsonNode bucket, Map<String, List<Double>> delays) {
        String id = bucket.path("key").asText();
        List<Double> seconds = delays.getOrDefault(id, List.of());
        return new ChannelView(
                id,
                documents(bucket),
                time(bucket.path("occurred")),
                time(bucket.path("observed")),
                percentile(seconds, MEDIAN),
                percentile(seconds, HIGH));
    }

    /** A provider's clock may be ahead of ours: no feedback is seen before it occurs. */
    private static double delaySeconds(JsonNode source) {
        Instant occurred = Instant.parse(source.path("occurredAt").asText());
        Instant observed = Instant.parse(source.path("observedAt").asText());
        return Math.max(0, Duration.between(occurred, observed).toMillis() / 1e3);
    }

    /** Nearest rank; null when there is nothing. */
    private static Double percentile(List<Double> sorted, double share) {
        return sorted.isEmpty() ? null : sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }
}
