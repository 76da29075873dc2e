package io.throughline.console;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.console.LiveView.Cell;
import io.throughline.console.LiveView.Day;
import io.throughline.console.LiveView.StageView;
import io.throughline.journey.JourneyMap;
import io.throughline.journey.Stage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The roll-ups as the page shows them: every stage of the map, in its order, heard of or not. */
record Signals(List<StageView> stages, List<Cell> cells) {

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
        Labels whole = Labels.sum(days, 0, days.length);
        Shift shift = Shift.find(days);
        return new StageView(
                stage.id(),
                stage.name(),
                stage.owner(),
                stage.goalNetSentiment(),
                whole.count(),
                whole.sentiment().orElse(null),
                shift.days(),
                shift.recent(),
                shift.before(),
                shift.change(),
                shift.movement(),
                trend(days, span));
    }

    private static List<Day> trend(Labels[] days, Span span) {
        List<Day> trend = new ArrayList<>();
        for (int day = 0; day < days.length; day++) {
            trend.add(new Day(span.day(day), days[day].labelled(), days[day].value()));
        }
        return List.copyOf(trend);
    }
}
