package io.throughline.console;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.console.LiveView.StageView;
import io.throughline.journey.JourneyMap;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What does not change from one second to the next and costs more to ask for: the totals of days
 * with their terms, and the touchpoints. Asked again after half a minute, or when the span moves.
 */
final class SlowFigures {

    private static final long AGAIN = Duration.ofSeconds(30).toNanos();

    private final SearchClient search;
    private final JourneyMap journey;
    private Map<String, StageDays> days = Map.of();
    private Set<String> touchpoints = Set.of();
    private Span asked;
    private long askedAt;

    SlowFigures(SearchClient search, JourneyMap journey) {
        this.search = search;
        this.journey = journey;
    }

    void refresh(Span span) throws IOException {
        long now = System.nanoTime();
        if (span.equals(asked) && now - askedAt < AGAIN) {
            return;
        }
        JsonNode totals = search.ask("cx-signals", Searches.days(journey.journey(), span));
        JsonNode named = search.ask("cx-feedback", Searches.touchpoints(span));
        Set<String> heard = new HashSet<>();
        for (JsonNode bucket : named.at("/aggregations/touchpoints/buckets")) {
            heard.add(bucket.path("key").asText());
        }
        days = StageDays.read(span, totals);
        touchpoints = heard;
        asked = span;
        askedAt = now;
    }

    /** Of the last answer, by stage. */
    Map<String, StageDays> days() {
        return days;
    }

    BlindSpots blindSpots(List<StageView> stages) {
        return BlindSpots.of(journey, stages, touchpoints);
    }
}
