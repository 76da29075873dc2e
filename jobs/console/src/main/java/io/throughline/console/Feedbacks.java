package io.throughline.console;

import static io.throughline.console.Counts.counts;
import static io.throughline.console.Counts.documents;
import static io.throughline.console.Counts.time;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.console.LiveView.ChannelView;
import io.throughline.console.LiveView.Coverage;
import io.throughline.console.LiveView.Verbatim;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What {@link Searches#feedback} answers. */
record Feedbacks(List<ChannelView> channels, Coverage coverage, List<Verbatim> verbatims) {

    private static final double MEDIAN = 0.50;
    private static final double HIGH = 0.95;

    static Feedbacks read(JsonNode answer) {
        JsonNode aggregations = answer.path("aggregations");
        List<ChannelView> channels = new ArrayList<>();
        for (JsonNode bucket : aggregations.path("channels").path("buckets")) {
            channels.add(channel(bucket));
        }
        channels.sort(Comparator.comparing(ChannelView::id));
        Coverage coverage =
                new Coverage(
                        channels.stream().mapToLong(ChannelView::documents).sum(),
                        counts(aggregations.path("withoutStage")),
                        counts(aggregations.path("withoutSentiment")));
        List<Verbatim> verbatims = new ArrayList<>();
        for (JsonNode hit : answer.path("hits").path("hits")) {
            verbatims.add(Verbatims.read(hit.path("_source")));
        }
        return new Feedbacks(List.copyOf(channels), coverage, List.copyOf(verbatims));
    }

    private static ChannelView channel(JsonNode bucket) {
        List<Double> delays = new ArrayList<>();
        for (JsonNode hit : bucket.path("newest").path("hits").path("hits")) {
            delays.add(delaySeconds(hit.path("_source")));
        }
        delays.sort(Comparator.naturalOrder());
        return new ChannelView(
                bucket.path("key").asText(),
                documents(bucket),
                time(bucket.path("occurred")),
                time(bucket.path("observed")),
                percentile(delays, MEDIAN),
                percentile(delays, HIGH));
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
