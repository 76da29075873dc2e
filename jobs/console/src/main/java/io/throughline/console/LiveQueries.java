package io.throughline.console;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.journey.JourneyMap;
import java.io.IOException;
import java.util.Optional;
import org.elasticsearch.client.RestClient;

/** Reads a view from Elasticsearch with seven small searches. */
final class LiveQueries {

    private final SearchClient search;
    private final JourneyMap journey;
    private final boolean changes;

    LiveQueries(RestClient search, JourneyMap journey, boolean changes) {
        this.search = new SearchClient(search);
        this.journey = journey;
        this.changes = changes;
    }

    /**
     * The view of now.
     *
     * @throws IOException when Elasticsearch does not answer, or with an error
     */
    LiveView ask() throws IOException {
        JsonNode newest = search.ask("cx-signals", Searches.newest(journey.journey()));
        Optional<Span> span = Span.read(newest);
        Signals signals =
                span.isEmpty()
                        ? Signals.none(journey)
                        : Signals.read(
                                journey,
                                span.get(),
                                search.ask(
                                        "cx-signals",
                                        Searches.signals(journey.journey(), span.get())));
        Feedbacks feedback = Feedbacks.read(search.ask("cx-feedback", Searches.feedback()));
        return new LiveView(
                journey.journey(),
                journey.version(),
                span.map(Span::until).orElse(null),
                Span.DAYS,
                AlertPanel.read(
                        search.ask("cx-alerts", AlertSearches.panel(journey.journey())), changes),
                Watch.read(search.ask("cx-signals", AlertSearches.watch(journey.journey()))),
                signals.stages(),
                signals.cells(),
                feedback.channels(),
                Healths.read(search.ask("cx-signals", Searches.health())),
                feedback.coverage(),
                Counts.deadLetters(search.ask("cx-dead-letters", Searches.deadLetters())),
                feedback.verbatims());
    }
}
