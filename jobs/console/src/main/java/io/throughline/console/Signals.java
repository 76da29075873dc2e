package io.throughline.console;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.console.LiveView.Cell;
import io.throughline.console.LiveView.Day;
import io.throughline.console.LiveView.Movement;
import io.throughline.console.LiveView.StageView;
import io.throughline.journey.JourneyMap;
import io.throughline.journey.Stage;
import io.throughline.measure.NetSentiment;
import io.throughline.measure.NetSentimentChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The roll-ups as the page shows them: every stage of the map, in its order, heard of or not. */
record Signals(List<StageView> stages, List<Cell> cells) {

    /** A change that a large n makes certain is still not worth a look when it is smaller. */
    private static final double WORTH_A_LOOK = 10;

    /** Below this an interval is honest but useless, and a stage would flicker. */
    private static final long ENOUGH = 8;

    static Signals none(JourneyMap journey) {
        Labels[] days = new Labels[0];
        return new Signals(
                journey.stages().stream().map(stage -> stage(stage, days, null)).toList(),
                List.of());
    }

    static Signals read(JourneyMap journey, Span span, JsonNode answer) {
        Map<String, JsonNode> buckets = new HashMap<>();
        for (JsonNode bucket : answer.path("aggregations").path("stages").path("buckets")) {
            buckets.put(bucket.path("key").asText(), bucket);
        }
        List<StageView> stages = new ArrayList<>();
        List<Cell> cells = new ArrayList<>();
        for (Stage stage : journey.stages()) {
            JsonNode bucket = buckets.get(stage.id());
            stages.add(stage(stage, days(span, bucket), span));
            if (bucket != null) {
                addCells(cells, stage.id(), bucket);
            }
        }
        return new Signals(List.copyOf(stages), List.copyOf(cells));
    }

    private static void addCells(List<Cell> cells, String stage, JsonNode bucket) {
        for (JsonNode channel : bucket.path("channels").path("buckets")) {
            Labels labels = Labels.read(channel);
            if (labels.count() > 0) {
                String id = channel.path("key").asText();
                cells.add(new Cell(stage, id, labels.labelled(), labels.value()));
            }
        }
    }

    private static Labels[] days(Span span, JsonNode bucket) {
        Labels[] days = new Labels[Span.DAYS];
        Arrays.fill(days, Labels.NONE);
        if (bucket != null) {
            for (JsonNode day : bucket.path("days").path("buckets")) {
                int index = span.indexOf(Instant.ofEpochMilli(day.path("key").asLong()));
                if (index >= 0 && index < days.length) {
                    days[index] = days[index].plus(Labels.read(day));
                }
            }
        }
        return days;
    }

    private static StageView stage(Stage stage, Labels[] days, Span span) {
        int last = Math.max(0, days.length - 1);
        Labels before = Arrays.stream(days, 0, last).reduce(Labels.NONE, Labels::plus);
        Labels recent = days.length == 0 ? Labels.NONE : days[last];
        Labels whole = before.plus(recent);
        Optional<NetSentimentChange> change =
                before.sentiment()
                        .flatMap(
                                was ->
                                        recent.sentiment()
                                                .map(is -> NetSentimentChange.between(was, is)));
        return new StageView(
                stage.id(),
                stage.name(),
                stage.owner(),
                stage.goalNetSentiment(),
                whole.count(),
                orNull(whole),
                orNull(recent),
                orNull(before),
                change.orElse(null),
                movement(before, recent, change),
                trend(days, span));
    }

    private static NetSentiment orNull(Labels labels) {
        return labels.sentiment().orElse(null);
    }

    private static Movement movement(
            Labels before, Labels recent, Optional<NetSentimentChange> change) {
        if (change.isEmpty() || before.labelled() < ENOUGH || recent.labelled() < ENOUGH) {
            return Movement.UNKNOWN;
        }
        NetSentimentChange found = change.get();
        if (found.high() < 0 && found.value() <= -WORTH_A_LOOK) {
            return Movement.FALLING;
        }
        return found.low() > 0 && found.value() >= WORTH_A_LOOK
                ? Movement.RISING
                : Movement.STEADY;
    }

    private static List<Day> trend(Labels[] days, Span span) {
        List<Day> trend = new ArrayList<>();
        for (int day = 0; day < days.length; day++) {
            trend.add(new Day(span.day(day), days[day].labelled(), days[day].value()));
        }
        return List.copyOf(trend);
    }
}
