package io.throughline.local.revise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.journey.JourneyMap;
import io.throughline.journey.JourneyMapReader;
import io.throughline.model.Channel;
import io.throughline.model.FeedbackBuilder;
import io.throughline.model.Sentiment;
import io.throughline.model.SentimentLabel;
import io.throughline.model.StageTag;
import io.throughline.model.StageTags;
import io.throughline.model.TaggedFeedback;
import io.throughline.pipeline.tagging.Corrected;
import io.throughline.pipeline.tagging.FeedbackStages;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a later map does to a line, and how the change is counted. */
class RetaggingTest {

    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    private static final JourneyMap MAP =
            JourneyMapReader.read(
                    "shop.yaml",
                    """
                    apiVersion: throughline/v1
                    journey: shop
                    version: 4
                    stages:
                      - {id: order, name: Order, owner: us, cues: [order], examples: [my order]}
                      - {id: parcel, name: Parcel, owner: us, cues: [parcel], examples: [a parcel]}
                    """);
    private static final FeedbackStages PARCELS =
            feedback ->
                    new StageTags(List.of(new StageTag("parcel", 1, 0.7)), null, "p", "shop", 4);

    private final Retagging retagging = new Retagging(MAP, PARCELS);

    @Test
    void stagesAreTheMapsAndEverythingElseStays() {
        TaggedFeedback line = line("1", SentimentLabel.NEGATIVE, engine("delivery"), 2);

        TaggedFeedback anew = retagging.retag(line);

        assertThat(anew.stages().stages()).containsExactly(new StageTag("parcel", 1, 0.7));
        assertThat(anew.stages().journeyVersion()).isEqualTo(4);
        assertThat(anew.sentiment()).isEqualTo(line.sentiment());
        assertThat(anew.sequence()).isEqualTo(2);
        assertThat(anew.documentVersion()).isGreaterThan(line.documentVersion());
    }

    @Test
    void whatAPersonSaidStaysAsFarAsTheMapHasIt() {
        assertThat(stages(Corrected.stages(List.of("order"), "shop", 3))).containsExactly("order");
        assertThat(stages(Corrected.stages(List.of("order", "delivery"), "shop", 3)))
                .containsExactly("order");
        assertThat(stages(Corrected.stages(List.of(), "shop", 3))).isEmpty();
        assertThat(stages(Corrected.stages(List.of("delivery"), "shop", 3)))
                .containsExactly("parcel");
    }

    @Test
    void theComparisonCountsBothSidesAndTheMoves() {
        Comparison comparison = new Comparison();
        for (TaggedFeedback line :
                List.of(
                        line("1", SentimentLabel.NEGATIVE, engine("delivery"), 0),
                        line("2", SentimentLabel.POSITIVE, engine("delivery"), 0),
                        line(
                                "3",
                                SentimentLabel.POSITIVE,
                                Corrected.stages(List.of(), "shop", 3),
                                0),
                        line("4", null, engine("parcel"), 0))) {
            comparison.add(line, retagging.retag(line));
        }
        RetagReport report = new RetagReport("shop", 4, 5, 1, false, comparison);

        JsonNode json = report.json();
        assertThat(json.path("retagged").asLong()).isEqualTo(4);
        assertThat(json.path("changed").asLong()).isEqualTo(3);
        assertThat(json.path("abstainedBefore").asDouble()).isEqualTo(0.25);
        assertThat(json.path("abstainedAfter").asDouble()).isEqualTo(0.25);
        JsonNode delivery = json.path("stages").path("delivery");
        assertThat(delivery.path("before").path("count").asLong()).isEqualTo(2);
        assertThat(delivery.path("before").path("netSentiment").asDouble()).isZero();
        assertThat(delivery.path("after").path("count").asLong()).isZero();
        assertThat(json.path("stages").path("parcel").path("after").path("count").asLong())
                .isEqualTo(3);
        assertThat(json.path("moves").toString())
                .contains("{\"from\":\"delivery\",\"to\":\"parcel\",\"count\":2}")
                .contains("{\"from\":\"unassigned\",\"to\":\"unassigned\",\"count\":1}");
        assertThat(report.table())
                .contains("delivery -> parcel")
                .contains("Nothing was written.")
                .contains("4 tagged anew, 3 with other stages, 1 had the version already");
    }

    @Test
    void aMapThatDidNotGrowOlderSaysSo() {
        RetagReport report = new RetagReport("shop", 4, 9, 9, true, new Comparison());
        assertThat(report.table()).contains("All 9 feedback have version 4", "raise its 'version'");
    }

    @Test
    void changesOfATaggerThatAnswersNoMoreAreNotTheMapsAlone() {
        Comparison comparison = new Comparison();
        TaggedFeedback learnt = line("1", SentimentLabel.NEGATIVE, of("stage-student"), 0);
        TaggedFeedback ruled = line("2", SentimentLabel.NEGATIVE, of("p"), 0);
        comparison.add(learnt, retagging.retag(learnt));
        comparison.add(ruled, retagging.retag(ruled));
        RetagReport report = new RetagReport("shop", 4, 2, 0, false, comparison);

        assertThat(report.json().path("changed").asLong()).isEqualTo(2);
        assertThat(report.json().path("changedOfSilentTaggers").asLong()).isEqualTo(1);
        assertThat(report.table())
                .contains("1 of the changes are not of the map alone: stage-student answered");
    }

    private static StageTags of(String engine) {
        return new StageTags(List.of(new StageTag("order", 1, 0.6)), null, engine, "shop", 3);
    }

    private List<String> stages(StageTags former) {
        return retagging
                .retag(line("1", SentimentLabel.NEUTRAL, former, 0))
                .stages()
                .stages()
                .stream()
                .map(StageTag::id)
                .toList();
    }

    private static StageTags engine(String stage) {
        return new StageTags(List.of(new StageTag(stage, 1, 0.6)), null, "cues", "shop", 3);
    }

    private static TaggedFeedback line(
            String id, SentimentLabel label, StageTags stages, int sequence) {
        Sentiment sentiment =
                label == null
                        ? Sentiment.abstained(io.throughline.model.Abstention.UNSURE, "words", "1")
                        : new Sentiment(label, 0.5, 0.9, null, "words", "1");
        return new TaggedFeedback(
                new FeedbackBuilder(Channel.EMAIL, "lines", id)
                        .occurredAt(NOON)
                        .observedAt(NOON)
                        .text("where is it")
                        .build(),
                NOON,
                sentiment,
                stages,
                TaggedFeedback.generation(sequence, stages.journeyVersion()),
                Map.of());
    }
}
