package io.throughline.console;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.console.LiveView.Count;
import io.throughline.console.StagePage.MomentView;
import io.throughline.journey.JourneyMap;
import io.throughline.journey.Stage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the page of one stage with a few small searches. */
final class StageQueries {

    private final SearchClient search;
    private final JourneyMap journey;
    private final double channelCap;

    StageQueries(SearchClient search, JourneyMap journey, double channelCap) {
        this.search = search;
        this.journey = journey;
        this.channelCap = channelCap;
    }

    /**
     * What is asked for.
     *
     * @param channel null for all
     */
    record Choice(String stage, String channel, int days) {}

    /**
     * The page of a stage; empty when the map has none of that id.
     *
     * @throws IOException when Elasticsearch does not answer, or with an error
     */
    Optional<StagePage> ask(Choice choice) throws IOException {
        Optional<Stage> stage = journey.stage(choice.stage());
        return stage.isEmpty() ? Optional.empty() : Optional.of(page(stage.get(), choice));
    }

    private StagePage page(Stage stage, Choice choice) throws IOException {
        Optional<Span> span =
                Span.read(search.ask("cx-signals", Searches.newest(journey.journey())))
                        .map(newest -> newest.ofDays(choice.days()));
        return span.isEmpty() ? unheard(stage, choice) : heard(stage, choice, span.get());
    }

    private StagePage unheard(Stage stage, Choice choice) throws IOException {
        return new StagePage(
                null,
                choice.days(),
                choice.channel(),
                Signals.none(new JourneyMap(journey.journey(), 1, List.of(stage))).stages().get(0),
                stage.contributors(),
                stage.sponsor(),
                List.of(),
                alerts(stage),
                touchpoints(stage, Map.of()),
                moments(stage),
                watch(stage));
    }

    private StagePage heard(Stage stage, Choice choice, Span span) throws IOException {
        String map = journey.journey();
        JsonNode all = search.ask("cx-signals", Searches.stage(map, stage.id(), null, span));
        JsonNode chosen =
                choice.channel() == null
                        ? all
                        : search.ask(
                                "cx-signals",
                                Searches.stage(map, stage.id(), choice.channel(), span));
        StageDays said =
                StageDays.read(span, search.ask("cx-signals", Searches.days(map, stage.id(), span)))
                        .getOrDefault(stage.id(), StageDays.NONE);
        return new StagePage(
                span.until(),
                span.days(),
                choice.channel(),
                Signals.one(stage, span, channelCap, chosen, said),
                stage.contributors(),
                stage.sponsor(),
                Signals.channels(span, all),
                alerts(stage),
                touchpoints(
                        stage,
                        named(
                                search.ask(
                                        "cx-feedback",
                                        Searches.touchpointsOf(
                                                stage.id(), choice.channel(), span)))),
                moments(stage),
                watch(stage));
    }

    private List<JsonNode> alerts(Stage stage) throws IOException {
        List<JsonNode> alerts = new ArrayList<>();
        for (JsonNode hit :
                search.ask("cx-alerts", AlertSearches.ofStage(journey.journey(), stage.id()))
                        .at("/hits/hits")) {
            alerts.add(hit.path("_source"));
        }
        return List.copyOf(alerts);
    }

    private Watch watch(Stage stage) throws IOException {
        return Watch.read(search.ask("cx-signals", AlertSearches.watch(journey.journey()))).stream()
                .filter(one -> one.stage().equals(stage.id()))
                .findFirst()
                .orElse(null);
    }

    private static Map<String, Long> named(JsonNode answer) {
        Map<String, Long> named = new LinkedHashMap<>();
        for (JsonNode bucket : answer.at("/aggregations/touchpoints/buckets")) {
            named.put(bucket.path("key").asText(), bucket.path("doc_count").asLong());
        }
        return named;
    }

    /** In the order of the map, then what only feedback names, the most frequent first. */
    private static List<Count> touchpoints(Stage stage, Map<String, Long> named) {
        Map<String, Long> counts = new LinkedHashMap<>();
        stage.touchpoints().forEach(id -> counts.put(id, named.getOrDefault(id, 0L)));
        named.forEach(counts::putIfAbsent);
        return counts.entrySet().stream()
                .map(entry -> new Count(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static List<MomentView> moments(Stage stage) {
        return stage.moments().stream()
                .map(moment -> new MomentView(moment.id(), moment.kind(), moment.conditions()))
                .toList();
    }
}
