package io.throughline.console;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.journey.JourneyMap;
import java.io.IOException;
import java.util.Optional;

/** Reads a view from Elasticsearch with a few small searches. */
final class LiveQueries {

    private final SearchClient search;
    private final JourneyMap journey;
    private final double channelCap;
    private final boolean changes;
    private final SlowFigures slow;

    LiveQueries(SearchClient search, JourneyMap journey, double channelCap, boolean changes) {
        this.search = search;
        this.journey = journey;
        this.channelCap = channelCap;
        this.changes = changes;
        this.slow = new SlowFigures(this.search, journey);
    }

    private Signals signals(Span span) throws IOException {
        slow.refresh(span);
        return Signals.read(
                journey,
                span,
                channelCap,
                search.ask("cx-signals", Searches.signals(journey.journey(), span)),
                slow.days());
    }

    /**
     * The view of now.
     *
     * @throws IOException when Elasticsearch does not answer, or with an error
     */
    LiveView ask() throws IOException {
        JsonNode newest = search.ask("cx-signals", Searches.newest(journey.journey()));
        Optional<Span> span = Span.read(newest);
        Signals signals = span.isEmpty() ? Signals.none(journey) : signals(span.get());
        Feedbacks feedback = Feedbacks.ask(search);
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
                span.isEmpty() ? BlindSpots.NONE : slow.blindSpots(signals.stages()),
                Counts.deadLetters(search.ask("cx-dead-letters", Searches.deadLetters())),
                feedback.verbatims());
    }
}
