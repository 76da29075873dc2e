package io.throughline.console;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.console.LiveView.Cell;
import io.throughline.console.LiveView.Day;
import io.throughline.console.LiveView.Mismatch;
import io.throughline.console.LiveView.StageView;
import io.throughline.console.StagePage.ChannelShare;
import io.throughline.journey.JourneyMap;
import io.throughline.journey.Stage;
import io.throughline.measure.StageTotal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The roll-ups as the page shows them: every stage of the map, in its order, heard of or not. */
record Signals(List<StageView> stages, List<Cell> cells) {

    static Signals none(JourneyMap journey) {
        StageLabels[] days = new StageLabels[0];
        return new Signals(
                journey.stages().stream()
                        .map(stage -> stage(stage, days, null, 1, null, StageDays.NONE))
                        .toList(),
                List.of());
    }

    /**
     * The stages and their channels.
     *
     * @param channelCap most that a channel weighs in a stage's net sentiment
     * @param answer of {@link Searches#signals}
     * @param totals what the days as a whole say, by stage
     */
    static Signals read(
            JourneyMap journey,
            Span span,
            double channelCap,
            JsonNode answer,
            Map<String, StageDays> totals) {
        Map<String, JsonNode> buckets = new HashMap<>();
        for (JsonNode bucket : answer.path("aggregations").path("stages").path("buckets")) {
            buckets.put(bucket.path("key").asText(), bucket);
        }
        List<StageView> stages = new ArrayList<>();
        List<Cell> cells = new ArrayList<>();
        for (Stage stage : journey.stages()) {
            JsonNode bucket = buckets.get(stage.id());
            StageLabels[] days = days(span, bucket);
            StageDays said = totals.getOrDefault(stage.id(), StageDays.NONE);
            stages.add(stage(stage, days, span, channelCap, bucket, said));
            addCells(cells, stage.id(), days);
        }
        return new Signals(List.copyOf(stages), List.copyOf(cells));
    }

    /**
     * One stage over the whole span.
     *
     * @param answer of {@link Searches#stage}
     */
    static StageView one(
            Stage stage, Span span, double channelCap, JsonNode answer, StageDays said) {
        JsonNode bucket = answer.at("/aggregations/stages/buckets/0");
        JsonNode heard = bucket.isMissingNode() ? null : bucket;
        return stage(stage, days(span, heard), span, channelCap, heard, said);
    }

    /** What each channel says of a stage over the whole span, by id. */
    static List<ChannelShare> channels(Span span, JsonNode answer) {
        JsonNode bucket = answer.at("/aggregations/stages/buckets/0");
        StageLabels[] days = days(span, bucket.isMissingNode() ? null : bucket);
        List<ChannelShare> shares = new ArrayList<>();
        StageLabels.sum(days, 0, days.length)
                .channels()
                .forEach(
                        (channel, labels) ->
                                shares.add(
                                        new ChannelShare(
                                                channel,
                                                labels.count(),
                                                StageLabels.of(channel, labels)
                                                        .sentiment(1)
                                                        .orElse(null))));
        shares.sort(Comparator.comparing(ChannelShare::id));
        return List.copyOf(shares);
    }

    private static void addCells(List<Cell> cells, String stage, StageLabels... days) {
        StageLabels.sum(days, 0, days.length).channels().entrySet().stream()
                .filter(channel -> channel.getValue().count() > 0)
                .sorted(Map.Entry.comparingByKey())
                .forEach(
                        channel ->
                                cells.add(
                                        new Cell(
                                                stage,
                                                channel.getKey(),
                                                channel.getValue().labelled(),
                                                channel.getValue().value())));
    }

    private static StageLabels[] days(Span span, JsonNode bucket) {
        StageLabels[] days = new StageLabels[span.days()];
        Arrays.fill(days, StageLabels.NONE);
        if (bucket == null) {
            return days;
        }
        for (JsonNode channel : bucket.path("channels").path("buckets")) {
            for (JsonNode day : channel.path("days").path("buckets")) {
                int index = span.indexOf(Instant.ofEpochMilli(day.path("key").asLong()));
                if (index >= 0 && index < days.length) {
                    days[index] =
                            days[index].plus(
                                    new StageLabels(
                                            Map.of(
                                                    channel.path("key").asText(),
                                                    Labels.read(day))));
                }
            }
        }
        return days;
    }

    private static StageView stage(
            Stage stage,
            StageLabels[] days,
            Span span,
            double cap,
            JsonNode bucket,
            StageDays said) {
        StageLabels whole = StageLabels.sum(days, 0, days.length);
        Optional<StageTotal> total = whole.total(cap);
        Shift shift = Shift.find(days, cap);
        return new StageView(
                stage.id(),
                stage.name(),
                stage.owner(),
                stage.goalNetSentiment(),
                whole.count(),
                total.map(StageTotal::sentiment).orElse(null),
                total.map(StageTotal::capped).orElse(false),
                shift.days(),
                shift.recent(),
                shift.before(),
                shift.change(),
                shift.movement(),
                trend(days, span, cap),
                said.scores(),
                said.terms(),
                mismatch(bucket));
    }

    private static Mismatch mismatch(JsonNode bucket) {
        return bucket == null
                ? new Mismatch(0, 0, 0)
                : new Mismatch(
                        Labels.sum(bucket, "rated"),
                        Labels.sum(bucket, "highNegative"),
                        Labels.sum(bucket, "lowPositive"));
    }

    private static List<Day> trend(StageLabels[] days, Span span, double cap) {
        List<Day> trend = new ArrayList<>();
        for (int day = 0; day < days.length; day++) {
            var sentiment = days[day].sentiment(cap);
            trend.add(
                    new Day(
                            span.day(day),
                            sentiment.map(known -> known.n()).orElse(0L),
                            sentiment.map(known -> known.value()).orElse(null)));
        }
        return List.copyOf(trend);
    }
}
