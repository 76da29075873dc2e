package io.throughline.console;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Reads the page of one alert with four small searches. */
final class AlertQueries {

    private static final Duration LEAST_BEFORE = Duration.ofDays(4);
    private static final Duration MOST_BEFORE = Duration.ofDays(14);
    private static final Duration AFTER = Duration.ofDays(1);
    private static final Duration LONGEST = Duration.ofDays(60);

    private final SearchClient search;

    AlertQueries(SearchClient search) {
        this.search = search;
    }

    /**
     * The page of an alert; empty when there is none of that id.
     *
     * @throws IOException when Elasticsearch does not answer, or with an error
     */
    Optional<AlertView> ask(String id) throws IOException {
        JsonNode hit = search.ask("cx-alerts", AlertSearches.one(id)).at("/hits/hits/0/_source");
        if (!hit.isObject()) {
            return Optional.empty();
        }
        String journey = hit.path("journey").asText();
        String stage = hit.path("stage").asText();
        Watch watch =
                Watch.read(search.ask("cx-signals", AlertSearches.watch(journey))).stream()
                        .filter(one -> one.stage().equals(stage))
                        .findFirst()
                        .orElse(null);
        Instant onset = Instant.parse(hit.path("onset").asText());
        Instant until = until(hit, watch);
        Instant from = onset.minus(before(Duration.between(onset, until)));
        Series series =
                Series.read(
                        from,
                        until,
                        search.ask("cx-signals", AlertSearches.labels(journey, stage, from, until)),
                        search.ask("cx-signals", AlertSearches.due(journey, stage, from, until)));
        return Optional.of(new AlertView(hit, series, watch));
    }

    /** Up to a day after it ended, and no further than the watch has looked. */
    private static Instant until(JsonNode alert, Watch watch) {
        Instant fired = Instant.parse(alert.path("firedAt").asText());
        Instant now =
                watch == null || watch.at().isBefore(fired)
                        ? Instant.parse(alert.path("updatedAt").asText(fired.toString()))
                        : watch.at();
        Instant most = fired.plus(LONGEST);
        if (alert.path("resolvedAt").isTextual()) {
            Instant ended = Instant.parse(alert.path("resolvedAt").asText()).plus(AFTER);
            most = ended.isBefore(most) ? ended : most;
        }
        return now.isBefore(most) ? now : most;
    }

    /** Twice as much of the time before as of the time since. */
    private static Duration before(Duration since) {
        Duration twice = since.multipliedBy(2);
        if (twice.compareTo(LEAST_BEFORE) < 0) {
            return LEAST_BEFORE;
        }
        return twice.compareTo(MOST_BEFORE) > 0 ? MOST_BEFORE : twice;
    }
}
